"""Why a server cannot be used, read from what its driver says, in one sentence."""

from desk.errors import OutOfReach
from desk.store.database.out_of_reach import server_fault
from tests.rows import rows


@rows(
    ("said", "sentence", "waits"),
    [
        ("failed to resolve host 'desk': [Errno -2] Name or service not known", "nobody here knows this server", True),
        ('connection to server at "10.0.0.1", port 5432 failed: Connection refused', "there is no line", True),
        ("connection timeout expired", "there is no line", True),
        ("server closed the connection unexpectedly", "there is no line", True),
        ('FATAL: password authentication failed for user "rosa"', "check name and password", False),
        ('FATAL: role "rosa" does not exist', "check name and password", False),
        ('FATAL: database "news" does not exist', "check its name at the end", False),
        ("etwas anderes", "check the address and the network", True),
    ],
)
def test_each_fault_has_its_own_sentence_and_says_whether_to_wait(said, sentence, waits):
    fault = server_fault("desk", said)
    assert sentence in str(fault)
    assert (said in str(fault)) is (said == "etwas anderes"), "a driver's words are told where we have none"
    assert isinstance(fault, OutOfReach) is waits
