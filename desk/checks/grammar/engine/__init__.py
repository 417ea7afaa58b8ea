"""All that owns the Java process: installing the engine, starting it, keeping it alive, asking it."""
