from ui.dialogs.link import LinkDialog


def test_an_address_is_taken_as_it_is_kept_and_what_is_none_is_said(qtbot):
    dialog = LinkDialog("harbour office", "", None)
    qtbot.addWidget(dialog)
    taken = []
    dialog.wanted.connect(taken.append)
    assert not dialog.set.isEnabled()
    qtbot.keyClicks(dialog.address, "file:///etc/passwd")
    dialog.set.click()
    assert (taken, dialog.fault.isHidden()) == ([], False)
    assert "no address of the web or of mail" in dialog.fault.text()
    dialog.address.clear()
    qtbot.keyClicks(dialog.address, "harbour.test")
    assert dialog.fault.isHidden()
    dialog.set.click()
    assert taken == ["https://harbour.test"]
