"""A file of rules as a desk may have it."""

GOOD = """<?xml version="1.0" encoding="UTF-8"?>
<rules lang="en">
  <category id="DESK" name="Our rules" type="grammar">
    <rule id="DESK_QUAYSIDE" name="quay side">
      <pattern><token>quay</token><token>side</token></pattern>
      <message>One word: <suggestion>quayside</suggestion></message>
      <example correction="quayside">They met on the <marker>quay side</marker>.</example>
    </rule>
  </category>
</rules>
"""
