"""What a word means and which words could stand in its place: WordNet, installed on wish, read without a network."""
