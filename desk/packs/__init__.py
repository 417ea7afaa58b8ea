"""A pack: stories with all that was done to them as one file, for a mail or a stick.

    write_pack(path, packed(load, signer, "laptop of Rosa"), passphrase)
    pack = read_pack(path, passphrase)      # proved, and nothing taken
    pack.contents, pack.load                # what it holds, in words; what is taken in

The file is a ZIP that any program opens: the signed list of contents first, then people and keys, bags, texts and
documents. Nothing of it is ever unpacked into a folder.
"""
