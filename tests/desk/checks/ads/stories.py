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

SPORT = """Sharks hang on in the rain

Colm Sharrow

Rugby Correspondent

Two late penalties by Ruan Vermaak gave the Coast Sharks a 22-19 win against the Hill Bulls on Saturday, in the rain.

The Bulls led 19-9 at half-time, and had a try by Pieter Swart disallowed for a forward pass.

Scorers:

Coast Sharks: Try: Mthethwa. Conversion: Vermaak. Penalties: Vermaak (5).

Hill Bulls: Tries: Swart, Mokoena, Du Preez. Conversions: Botha (2).

The Sharks play the Lions next Friday, 6 November."""

CLUB = """Club to mark its hundredth year

By Nuala Hanley

Photographs: Ines Kaldor

Moyle Rowing Club will mark its hundredth year with a parade, a Mass and a race against Kilbride on Saturday week.

The women’s crew, founded in 1974, won the county title twice.

On the day:

- 11am: Mass in St Anne’s
- 12.30pm: Parade from the school
- 4pm: Race from the bridge

Anyone with old photographs is asked to leave them at the boathouse.

The club has 312 members. Its oldest, Peg Hanley, is 97 and will cut the ribbon."""

WEATHER = """Stores sell out of shovels as cold grips the plains

MOOSE CREEK — Stores across the plains sold out of shovels and heaters this week as it fell to minus 41, a record.

“We had a line to the middle of the lot,” said Moe Dubin, who runs a hardware store. “I sold the shovel off my porch.”

Keep warm

1. Dress in layers.

2. Cover your ears and fingers.

3. Keep a shovel, a candle and a blanket in the car.

Police said they had towed 84 cars off Highway 6."""

STORIES = {
    "news": NEWS,
    "court": COURT,
    "recipe": RECIPE,
    "match": MATCH,
    "review": REVIEW,
    "sport": SPORT,
    "club": CLUB,
    "weather": WEATHER,
}

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

STRANGE_BOXES = {
    "with bylines": "Related\n\nFares go up in spring\n\nBy Joan Pike\n\nStorm shuts pier\n\nBy Tim Reeve",
    "tags with a hash": "Trending now\n\n#ferries\n\n#budget\n\n#weather",
    "print": "Print this page\n\nIncrease text size\n\nDecrease text size",
    "film": "Watch: Drone footage shows flood\n\n01:24\n\nPlay video",
    "ways round": "Jump to comments\n\nSkip to end of story",
    "long names": "You may also like\n\nHundreds turn out for the duck race as organisers say it was the best ever\n\n"
    "How to tell whether your neighbour is stealing your wifi, by an expert",
    "post": "View this post on Instagram\n\nA post shared by Dunmere FC (@dunmerefc)",
    "small print": "© 2026 Packet Media Ltd. All rights reserved.",
    "quiz": "Take our quiz: how well do you know Dunmere?",
    "source": "Image source, Getty Images\n\nImage caption, A swan on the river last week",
}
