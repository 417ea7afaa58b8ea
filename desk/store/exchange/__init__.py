"""Stories on their way: packed into bags, and laid together with what is here, each in one transaction."""
