"""How everything looks: theme, style sheet, icons, fonts, small widgets."""
