"""What was just put into the text besides its words."""

from dataclasses import dataclass

from desk.text.block_roles import BlockRoles
from desk.text.links import Links


@dataclass(frozen=True, slots=True)
class Pasted:
    """Roles of the blocks that came, where they say what they are, and links, at their places in the text as it is."""

    roles: BlockRoles = ()
    links: Links = ()
