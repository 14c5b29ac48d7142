package circle
