//! The conversation, from the first second to one that has moved to another kind; and hidden.

use super::{
    picture::{SIZES, SIZES_AND_SMALL, screens},
    play::Play,
};
use alongside::app::Msg;

/// The middle of a call.
pub fn call() -> Play {
    Play::new()
        .keys("1<enter>/who Joan M<enter>")
        .notes(&[
            "Rang because she cannot get out any more.",
            "\"I used to be out every day. Now it's just me and the telly.",
            "! Frightened of the front step since the fall in January",
            "+ Still cooks. Sunday roast for the neighbour",
            "@ Sam next door pops in most days",
            "Daughter Carol in Leeds, rings on Sundays",
            "? Who did she go to chapel with?",
            "> Sam rings Joan tomorrow",
        ])
        .keys("<esc>")
}

/// The same in a team that has a list of what happens next.
fn with_routes() -> Play {
    let mut play = call();
    let routes = [
        "connected locally",
        "equipment",
        "short-term help",
        "long-term support",
        "none wanted",
    ];
    play.app.desk.team.routes = routes.map(str::to_owned).to_vec();
    play.keys("/route equipment<enter>")
}

screens! { SIZES_AND_SMALL;
    nothing_yet: Play::new().keys("1<enter>");
    mid_call: call().keys("\"I don't want to be a nuisance to Carol");
    chosen: call().keys("<up><up><up>");
    paused: call().keys("> ask Joan about the step friday<c-p>");
}

screens! { SIZES;
    step_typed: call().keys("> Priya asks about a rail for the step by friday");
    step_unsure: call().keys("> ring Carol 8.30");
    suggestion: call().keys("@ lunch");
    worry: Play::new().keys("1<enter>").notes(&["! No heating since Friday"]);
    changing: call().keys("<up><up><up><enter>");
    change_long: call().keys("<up><up><enter> and she used to sing in the choir there every week until it moved to the other side of town");
    undone: call().keys("<c-z>");
    pasted: call().paste("Dear all\n\nJoan was seen today.\n\nShe is well.");
    kept_apart: call().notes(&["& Neighbour says money goes missing", "&! Frightened of her son-in-law"]);
    kept_apart_chosen: call().notes(&["&! Frightened of her son-in-law"]).keys("<up>");
    contact_and_no_copy: call().keys("/contact Ring the landline, not the mobile. Let it ring a long time. She hears better on the left, and mornings are best because of the tablets<enter>/no-copy-home<enter>");
    moved_to_crisis: call().keys("<f4>2").notes(&["! Has not eaten today"]);
    many_lines: call().keys("She would like<ctrl+j>the step<ctrl+j>the chapel<ctrl+j>the telly<enter>");
    long_line: call().keys("She said that when the bus stopped coming past the end of the lane it was not only the shopping that went but the women she used to sit with, and the driver who knew to wait, and that she had not told anybody this because it sounded small when she said it out loud, and then she laughed and said well there you are then, I have told you now");
    long_name: call().keys("/who Bartholomew Llewellyn-Featherstonehaugh of Upper Slaughter<enter>");
    long_speaker: call().keys("Bartholomew Featherstonehaugh: she will not eat");
    wide_letters: call().keys("/who 王小明<enter>").notes(&["\"我每天都出去走走", "Tŷ Gŵyr, w\u{302}, 👨‍👩‍👧 and 中文 中文 中文 中文 中文 中文 中文 中文"]).keys("> 中文 friday");
    command_typed: call().keys("/");
    command_narrowed: call().keys("/find lunch");
    command_chosen: call().keys("/ma<down><down>");
    command_unknown: call().keys("/crsis<enter>");
    asked: call().keys("<tab><tab>/ask<enter>");
    not_saved: call().tell(Msg::Trouble("Your notes are safe in memory. Trying again every 5 seconds. No room is left on the disk.".to_owned()));
    other_window: call().keys("she said").tell(Msg::Focus(false));
    counted: call().keys("/contacted 3 march<enter>/spent 22.50 electric key<enter>/talked-over Ana Silva: I go back on Friday<enter>/handed-over Sam Okoro: she knows the people who can take the debt off the meter<enter>");
    counted_needs_more: call().keys("/spent electric key<enter>");
    old_way: call().keys("/old-way last winter<enter>");
    old_way_read_back: call().keys("/old-way last winter<enter><c-r>");
    routes: with_routes().keys("/route<enter>");
    routes_narrowed: with_routes().keys("/route<enter>loc");
    guide_hidden: call().keys("<c-g>");
    clock_on: call().keys("/clock on<enter>").later(50);
    spacing_on: call().keys("/spacing on<enter>");
    last_topic: call().keys("<shift+tab>");
    mark_alone: call().keys("\"<enter>");
    question_alone: call().keys("?");
    ctrl_c: call().keys("<c-c>");
}
