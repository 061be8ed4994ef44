//! What leads on in each view: something in it that is followed, and what the link then says.

/// View, what is followed there, and a part of the link to which that leads.
pub const DOORS: [(&str, &str, &str); 11] = [
    ("timeline", r#".chart a[aria-label^="2024:"]"#, "year=2024"),
    ("timeline", ".witnesses a", "view=read&at="),
    ("figures", ".figures-table .sentence a", "view=read"),
    ("matrix", ".matrix-table td a", "="),
    ("matrix", ".setup .swap", "rows="),
    ("framework", ".side h3 a", "level="),
    ("actors", ".matrix-table td a", "actor="),
    ("actors", ".graph a", "actor="),
    ("concordance", ".kwic tbody th a", "view=read&at="),
    ("terms", ".term-table tbody th a", "q="),
    ("method", "main a[href^='#']:not(details:not([open]) a)", "="),
];
