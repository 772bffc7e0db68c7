//! The scenarios compiled into the program. They live in `examples/scenarios`, where their README teaches writing one.

/// The texts, in the order they are listed: by kind, then from the lightest.
pub const BUILT_IN: [&str; 12] = [
    include_str!("../../examples/scenarios/only-about-the-bath.toml"),
    include_str!("../../examples/scenarios/just-ringing-to-ask.toml"),
    include_str!("../../examples/scenarios/choir-night.toml"),
    include_str!("../../examples/scenarios/please-stop-ringing.toml"),
    include_str!("../../examples/scenarios/just-tired.toml"),
    include_str!("../../examples/scenarios/home-by-two.toml"),
    include_str!("../../examples/scenarios/the-red-letter.toml"),
    include_str!("../../examples/scenarios/just-mates.toml"),
    include_str!("../../examples/scenarios/what-comes-after-june.toml"),
    include_str!("../../examples/scenarios/saturday-football.toml"),
    include_str!("../../examples/scenarios/my-own-front-door.toml"),
    include_str!("../../examples/scenarios/round-nans-table.toml"),
];
