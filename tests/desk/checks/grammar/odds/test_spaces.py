"""Words that a space cuts into words, and two that ran together to another one; all sentences invented."""

from desk.checks.grammar.odds.spaces import slips
from tests.rows import rows

CUT = """
They gave no further de|tail of the plan.
The town will learn the same les|son again.
It is a sea|son of storms.
He won the con|test in May.
They held a meet|ing on Friday.
It was an impor|tant day for the town.
She gave a rep|ort to the board.
She is the for|mer mayor of the town.
It was a fine dis|play of lights.
The car|pet was wet.
They asked for more in|formation on the ferry.
The pro|gram will end in June.
He lost his job be|cause of it.
The off|ice was shut on Monday.
""".strip().splitlines()
JOINED = """
They stayed for|a year on the island.
It was a|very good year for the town.
They built a|new bridge over the river.
He is in|no hurry to leave.
She has to|do it before Friday.
They want to|be there on Monday.
It was one of|the best days.
They were on|the boat at noon.
""".strip().splitlines()
RIGHT = """
The pier may be closed, and maybe the quay too.
They met every day; it was an everyday thing.
She took some time, and sometime in May she left.
He went in to see the mayor and into the hall.
The boats lay alongside, and the terms thereon were clear.
It was an atypical day for a tenor.
The takeaway was on board, and onboard it stayed.
They pass it on to the town, and the cat leapt onto the quay.
A long time ago they went along the pier.
They helped in word and in deed; indeed they did.
The sheet metal workers came by bus.
The firm a few days earlier had struck down a law making it a crime.
It is a way of life, and far away.
They sat on a log in the wood and tried to log in.
The post office was shut, and so was the bus station.
Her speech was a part of the day; they stood apart.
All ways led to the quay; it was always so.
He has been any one of three men; anyone can tell.
We will look at the back up close; the backup failed.
They had no body to bury; nobody came.
The men had led the man age by age to the sea.
He can not only sing; he cannot dance.
They are all ready; it is already late.
A round of drinks went around the room.
The under side of it was the weak point.
It was all together a poor day, and altogether too long.
She set up a fund; the setup was poor.
They put the pen in the in tray, and the intake rose.
He said what so ever he liked, whatsoever they thought.
That's how the town's peak came, and the mayor's election was the county's issue.
The law suit was pressed, and the lawsuit was lost.
""".strip().splitlines()


@rows("sentence", CUT)
def test_a_word_that_a_space_cuts_into_words_is_told(model, sentence):
    text = sentence.replace("|", " ")
    (slip,) = slips(text, model)
    assert f"{text[: slip.start]}{slip.suggestions[0]}{text[slip.end :]}" == sentence.replace("|", "")


@rows("sentence", JOINED)
def test_two_words_that_ran_together_to_another_are_told(model, sentence):
    text = sentence.replace("|", "")
    found = list(slips(text, model))
    meant = [f"{text[: slip.start]}{slip.suggestions[0]}{text[slip.end :]}" for slip in found]
    assert meant in ([sentence.replace("|", " ")], [])
    assert bool(meant) == model.knows("".join(sentence.split("|")[0].split()[-1:] + sentence.split("|")[1].split()[:1]))


@rows("text", RIGHT)
def test_words_beside_each_other_and_words_made_of_two_are_left_in_peace(model, text):
    assert list(slips(text, model)) == []
