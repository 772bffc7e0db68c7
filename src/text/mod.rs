//! Words on a screen: letters as people count them, widths, wrapping, cleaning.
