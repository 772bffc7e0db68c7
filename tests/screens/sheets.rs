//! Every sheet.

use super::{
    picture::{SIZES, SIZES_AND_SMALL, screens},
    play::Play,
    talk::call,
};

screens! { SIZES_AND_SMALL;
    kinds: call().keys("she says the boiler man<f4>");
    find: call().keys("<c-f>lunch");
    listing: call().keys("<c-f>lunch<right>");
    help: call().keys("<f1>");
}

screens! { SIZES;
    topics: call().keys("she says the boiler man<c-t>");
    topics_narrowed: call().keys("<c-t>mo");
    topics_none: call().keys("<c-t>zz");
    commands: call().keys("<c-k>");
    commands_chosen: call().keys("<c-k><down><down><down><down><down><down><down><down><down><down>");
    commands_narrowed: call().keys("<c-k>mark");
    introduce: call().keys("<c-f>lunch<enter>/introduce<enter>");
    connection_menu: call().keys("<c-f>lunch<enter>/note<enter>");
    find_full: call().keys("<c-f>lunch<right>5<c-f>lunch<down>");
    find_empty: call().keys("<c-f>");
    find_chosen: call().keys("<c-f>roast<down>");
    find_none: call().keys("<c-f>lnch");
    when: call().keys("> Sam rings Joan next friday<enter><c-d>");
    when_day: call().keys("<c-d>").keys("3");
    when_day_typed: call().keys("<c-d>").keys("3").keys("18 march");
    who: call().keys("<c-d>").keys("4").keys("Carol");
    note_menu: call().keys("<up><up>/note<enter>");
    marks: call().keys("<up><up>/mark<enter>");
    notes: call().keys("/notes<enter><down><down>");
    guides: call().keys("/guides<enter>");
    whole_topic: call().keys("/about<enter>");
    whole_topic_down: call().keys("/about<enter><pgdn>");
    safe: call().keys("she says<c-u>/safe<enter>and the boiler");
    help_down: call().keys("<f1><pgdn>");
    help_end: call().keys("<f1><pgdn><pgdn><pgdn><pgdn><pgdn><pgdn><pgdn><pgdn><pgdn><pgdn><pgdn><pgdn><pgdn><pgdn>");
    help_found: call().keys("<f1>undo");
    help_none: Play::new().keys("<f1>zzzz");
}
