package only
