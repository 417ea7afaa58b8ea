"""Stories of several kinds and boxes of a page, all invented: what is put into one must not take it away."""

NEWS = """Board puts off decision on lido

By Petra Lunn

The parks board put off its decision on the old lido on Thursday, after swimmers filled the hall and would not leave.

“You cannot sell a pool that people swim in,” said Omar Teague, who leads the swimmers’ club. “We will be back.”

The pool has leaked since 2019, and a survey put the cost of new pipes at £3 million.

Nobody on the board would say how they mean to vote. A second meeting is due before Easter."""

COURT = """Baker fined over loaf that was too light

A baker who sold loaves of 720 grams as loaves of 800 was fined $900 in a court in Dunmere on Wednesday.

Lena Stroud, 44, said her scales had been wrong since a flood. The judge, Ivo Marsh, told her to buy new ones.

What the law says

Bread may lose weight as it cools, but no more than four parts in a hundred.

Stroud has ten days to pay. She said that she would, and that the loaves would be heavier from now on."""

RECIPE = """Barley soup for a cold week

By Hanne Ostrow

My grandmother made this soup in the winter of 1978, when the roads were shut and the shop had nothing but barley.

- 200 g barley

- 2 leeks, sliced

- 1 litre of stock

1. Rinse the barley and let it soak for an hour.

2. Cook the leeks in butter until they are soft.

3. Add stock and barley, and simmer for 40 minutes.

It keeps for three days, and is better on the second. Salt it late, for the stock is salty enough."""

MATCH = """Harriers hold on in the mud

By Colm Sharrow

Two late saves by Ravi Pound kept Dunmere Harriers in the cup on Saturday on a pitch that nobody should have played on.

Pound, 38, had come on at half-time for his own son. “I told him to keep it warm for me,” he said.

Harriers: Teal, Orr, Bassett, Lowe, Quaid, Marsh, Ives, Toller, Finn, Hague, Penn.

Rovers: Holm, Sayers, Croft, Dane, Pike, Ruddle, Amos, Bly, Keane, Stott, Wray.

Rovers’ manager, Joan Amos, said her side had been the better one and would say no more about it."""

REVIEW = """Review: The Tin Lantern serves a fine pie

By Magda Heron

The room at the Tin Lantern is small, dark and warm, and on a wet Tuesday every table in it was taken.

The pie (£14) is the thing to have: a short crust, mutton that falls apart, and a gravy that somebody had watched.

Not all is well. The greens were cold, and we waited 40 minutes for a pudding that tasted of the fridge.

The Tin Lantern, 8 Wharf Lane, Dunmere. Open Tuesday to Saturday. Dinner for two with wine, about £70."""

STORIES = {"news": NEWS, "court": COURT, "recipe": RECIPE, "match": MATCH, "review": REVIEW}

BOXES = {
    "most read": "Most read\n\n1. Fares go up in spring\n2. Man held over stolen swan\n3. Storm shuts pier",
    "three boxes": "Most read\n\n1. Fares go up in spring\n2. Storm shuts pier\n\nYou may also like\n\nTrending now",
    "headlines": "Related stories\n\nFerry crew told to shave\n\nWhy the clock on the tower runs late",
    "dots": "You might also be interested in\n\n• Ferry crew told to shave\n\n• Clock on tower runs late",
    "read more": "READ MORE: Ferry crew told to shave",
    "newsletter": "Sign up for our newsletter\n\nThe day in brief, straight to your inbox.\n\nEnter your email address",
    "podcast": "Listen to our podcast, The Long Pier, wherever you get your podcasts.",
    "appeal": "Support our journalism. The Packet is paid for by readers like you.",
    "cookies": "We use cookies to improve your experience on this site. Accept all. Manage preferences.",
    "wall": "Already a subscriber? Log in\n\nTo continue reading, subscribe for £1 a week.",
    "live": "11.20 GMT\n\nShow key events only\n\nUpdated at 11.31 GMT",
    "reading time": "4 min read",
    "tips": "Got a story? Email news@packet.example or call 01632 960 188.",
    "assistant": "Would you like me to make it shorter, or to add a headline?",
    "share": "Share this article",
}
