"""The actions whose keys count in one place alone: a list, a view, a dialog."""

from ui.actions.spec import ActionSpec, Where

_RETURN = ("Return", "Enter")
_ACT = (*_RETURN, "Space")


_STORIES = (
    ActionSpec("story_open", "Open", "Open the story, or review it.", _RETURN, where=Where.STORIES),
    ActionSpec(
        "story_beside",
        "Open beside",
        "Open the story in another window, and put both side by side.",
        ("Shift+Return", "Shift+Enter"),
        where=Where.STORIES,
    ),
    ActionSpec(
        "story_window",
        "Open in another window",
        "Open the story in a window of its own.",
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        where=Where.STORIES,
    ),
    ActionSpec("story_first", "First", "Go to the first story.", ("Home", "Ctrl+Home"), where=Where.STORIES),
    ActionSpec("story_last", "Last", "Go to the last story.", ("End", "Ctrl+End"), where=Where.STORIES),
    ActionSpec(
        "story_more",
        "Choose several",
        "Take the next story in, or the one before.",
        ("Shift+Down", "Shift+Up"),
        where=Where.STORIES,
        is_native=True,
    ),
)

_SIDE = (
    ActionSpec("line_act", "Act", "Open the item, or tick it.", _ACT, where=Where.CHECKLIST),
    ActionSpec(
        "checklist_leave",
        "Back to the text",
        "Put the checklist away where it is a drawer, and go back to the text.",
        ("Esc",),
        where=Where.CHECKLIST,
    ),
    ActionSpec("name_next", "Next place", "Go to the next place of this form.", _RETURN, where=Where.NAMES),
    ActionSpec("figure_next", "Next place", "Go to the next place of this figure.", _RETURN, where=Where.FIGURES),
    ActionSpec("figure_one", "One figure", "They are one figure: the one elsewhere.", ("1",), where=Where.FIGURES),
    ActionSpec("figure_other", "The other", "They are one figure: the one in question.", ("2",), where=Where.FIGURES),
    ActionSpec("figure_two", "Two figures", "They are two different figures.", ("3",), where=Where.FIGURES),
    ActionSpec("figure_quoted", "As quoted", "Both stand as somebody said them.", ("4",), where=Where.FIGURES),
    ActionSpec("row_next", "Next", "Go to the next entry and its place.", ("Down",), where=Where.NOTES),
    ActionSpec("row_previous", "Previous", "Go to the entry before and its place.", ("Up",), where=Where.NOTES),
    ActionSpec("row_act", "Act", "Tick an item by hand, open a comment, or show the place.", _ACT, where=Where.NOTES),
)

_TEXT = (
    ActionSpec(
        "delete_word_before",
        "Delete the word before",
        "Delete from the start of the word to the cursor.",
        ("Ctrl+Backspace",),
        where=Where.TEXT,
    ),
    ActionSpec(
        "delete_word_after",
        "Delete the word behind",
        "Delete from the cursor to the next word.",
        ("Ctrl+Del",),
        where=Where.TEXT,
    ),
    ActionSpec("block_next", "Next block", "Go one block on.", ("Down",), where=Where.COPY_MAP),
    ActionSpec("block_previous", "Previous block", "Go one block back.", ("Up",), where=Where.COPY_MAP),
    ActionSpec("blocks_on", "Blocks on", "Go eight blocks on.", ("PgDown",), where=Where.COPY_MAP),
    ActionSpec("blocks_back", "Blocks back", "Go eight blocks back.", ("PgUp",), where=Where.COPY_MAP),
    ActionSpec("block_first", "First block", "Go to the first block.", ("Home",), where=Where.COPY_MAP),
    ActionSpec("block_last", "Last block", "Go to the last block.", ("End",), where=Where.COPY_MAP),
    ActionSpec("block_ask", "Change it", "Say what this block is.", (*_ACT, "Menu"), where=Where.COPY_MAP),
    ActionSpec("block_leave", "Back to the text", "Go back to the text.", ("Esc",), where=Where.COPY_MAP),
    ActionSpec("match_next", "Next", "Go to the next match, or replace this one.", _RETURN, where=Where.FIND),
    ActionSpec(
        "match_previous", "Previous", "Go to the match before.", ("Shift+Return", "Shift+Enter"), where=Where.FIND
    ),
    ActionSpec("find_close", "Close", "Close the find bar.", ("Esc",), where=Where.FIND),
)

_REVIEW = (
    ActionSpec("in_the_way", "In the way", "Show what stands in the way of an approval.", ("B",), where=Where.REVIEW),
    ActionSpec(
        "whole",
        "All paragraphs",
        "Show all paragraphs, or only those near a change.",
        ("P",),
        where=Where.REVIEW,
    ),
    ActionSpec("edit", "Edit", "Open the story in the editor.", ("E",), where=Where.REVIEW),
    ActionSpec("next_story", "Next story", "Review the next story of the list.", ("Ctrl+Down",), where=Where.REVIEW),
    ActionSpec(
        "previous_story", "Previous story", "Review the story before in the list.", ("Ctrl+Up",), where=Where.REVIEW
    ),
    ActionSpec("leave_review", "Back", "Go back to the editor, or to the list.", ("Esc",), where=Where.REVIEW),
    ActionSpec("line_down", "Down", "Scroll a few lines on.", ("Down",), where=Where.CHANGES),
    ActionSpec("line_up", "Up", "Scroll a few lines back.", ("Up",), where=Where.CHANGES),
    ActionSpec("page_down", "Page down", "Scroll a page on.", ("PgDown", "Space"), where=Where.CHANGES),
    ActionSpec("page_up", "Page up", "Scroll a page back.", ("PgUp",), where=Where.CHANGES),
    ActionSpec("changes_top", "Top", "Go to the beginning.", ("Home",), where=Where.CHANGES),
    ActionSpec("changes_end", "End", "Go to the end.", ("End",), where=Where.CHANGES),
)

_EDGE = (
    ActionSpec("edge_on", "Push on", "Push the edge right, or down.", ("Right", "Down"), where=Where.EDGE),
    ActionSpec("edge_back", "Push back", "Push the edge left, or up.", ("Left", "Up"), where=Where.EDGE),
    ActionSpec("edge_far_on", "Push far on", "Push it a good way right, or down.", ("PgDown",), where=Where.EDGE),
    ActionSpec("edge_far_back", "Push far back", "Push it a good way left, or up.", ("PgUp",), where=Where.EDGE),
)

_NOTICES = (ActionSpec("notice_aside", "Put aside", "Put the notice on top aside.", ("Esc",), where=Where.NOTICES),)

_BUTTONS = (ActionSpec("press", "Press", "Press it.", _RETURN, where=Where.BUTTON),)

_DIALOGS = (
    ActionSpec(
        "say_yes",
        "Yes",
        "Press the first button; in a line of input Return does it as well.",
        ("Ctrl+Return",),
        where=Where.DIALOG,
    ),
    ActionSpec("dismiss", "Close", "Close it and change nothing.", ("Esc",), where=Where.DIALOG, is_native=True),
    ActionSpec(
        "obstacle",
        "Go to its place",
        "Go to the place of what stands in the way, by its number.",
        tuple(f"Alt+{nth}" for nth in range(1, 10)),
        where=Where.OBSTACLES,
    ),
    ActionSpec(
        "first_need",
        "Move it on",
        "Move the story on, or go to what is missing before it can be.",
        _RETURN,
        where=Where.OBSTACLES,
    ),
    ActionSpec("reasons", "Reasons", "Go to the reasons given before.", ("Down",), where=Where.WAIVE),
    ActionSpec(
        "change_next",
        "Next change",
        "Go to the next change.",
        ("F8",),
        where=Where.OVERTAKEN,
        also=((Where.VERSIONS, "F8"),),
    ),
    ActionSpec(
        "change_previous",
        "Previous change",
        "Go to the change before.",
        ("Shift+F8",),
        where=Where.OVERTAKEN,
        also=((Where.VERSIONS, "Shift+F8"),),
    ),
    ActionSpec(
        "laying_answer",
        "Answer",
        "Answer the question with the choice of this number.",
        tuple("12345"),
        where=Where.LAYING,
    ),
    ActionSpec("person_next", "Next", "Go to the next name.", ("Down",), where=Where.SWITCH),
    ActionSpec("command_run", "Run", "Run the command that is chosen.", _RETURN, where=Where.COMMANDS),
    ActionSpec("command_next", "Next", "Go to the next command.", ("Down",), where=Where.COMMANDS),
    ActionSpec("command_previous", "Previous", "Go to the command before.", ("Up",), where=Where.COMMANDS),
    ActionSpec("headline_add", "Add", "Add what stands in the line to the list.", _RETURN, where=Where.HEADLINES),
    ActionSpec("look_up_line", "Look up", "Look up what stands in the line.", _RETURN, where=Where.LOOK_UP),
    ActionSpec("look_up_list", "To the meanings", "Go to what was found.", ("Down",), where=Where.LOOK_UP),
    ActionSpec(
        "house_on",
        "Go on",
        "Go from the search to the choices and from a choice to its values, or open the story of a place.",
        _RETURN,
        where=Where.HOUSE,
    ),
    ActionSpec("house_list", "To the choices", "Go from the search to the choices.", ("Down",), where=Where.HOUSE),
    ActionSpec(
        "house_take_out",
        "Take the word out",
        "Take the word in hand out of the words of a choice.",
        ("Del",),
        where=Where.HOUSE,
    ),
    ActionSpec("person_previous", "Previous", "Go to the name before.", ("Up",), where=Where.SWITCH),
)

IN_VIEWS: tuple[ActionSpec, ...] = (*_STORIES, *_SIDE, *_TEXT, *_REVIEW, *_EDGE, *_NOTICES, *_BUTTONS, *_DIALOGS)
