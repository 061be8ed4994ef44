//! Where do links lead and the focus go? The ids of the places of the page that are named from elsewhere.

/// Id of the heading that says what a view shows; it takes the focus when the view opens.
pub const HEADING: &str = "heading";

/// Id of what the skip link leads to.
pub const MAIN: &str = "main";

/// Id of what stands above the page.
pub const DIALOG: &str = "dialog";
