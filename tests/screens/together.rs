//! More than one person in the talk: who rang, who is there, a carer's own, family time; an update call.

use super::{
    picture::{SIZES, SIZES_AND_SMALL, screens},
    play::Play,
};

/// Carol rang about Joan.
fn call() -> Play {
    Play::new()
        .keys("1<enter>")
        .notes(&["She will not eat, and it was her that always cooked"])
        .keys("/caller Carol, daughter<enter>/who Joan M<enter>")
        .notes(&["! She fell on Sunday and told nobody"])
}

/// And Joan came to the phone.
fn both() -> Play {
    call().notes(&["Joan: I had toast, and I fell over the cat"])
}

/// A family round one table.
fn family() -> Play {
    Play::new()
        .keys("<f4>4fam<enter>/who Leon B<enter>/with Denise (mum)<enter>")
        .keys("/topics differ<enter>")
        .notes(&["Denise: He is not ready", "I am ready"])
}

screens! { SIZES_AND_SMALL;
    caller: call();
    family_time: family().keys("and nobody asked me<enter>/family-time<enter>");
}

screens! { SIZES;
    caller_named: Play::new().keys("1<enter>").notes(&["one", "two"]).keys("/caller Carol, daughter<enter>");
    caller_typing: call().keys("\"I lie awake listening for the phone");
    both_on_the_line: both();
    both_typing: both().keys("Carol: it was the cat's fault");
    long_names: Play::new().keys("1<enter>/caller Bartholomew Featherstonehaugh, nephew<enter>/who Gwendoline Llewellyn-Featherstonehaugh<enter>");
    kinds_with_carers_own: call().keys("<f4>");
    carers_own: call().keys("<f4>6");
    disagreement_in_the_talk: family().keys("/disagree<enter><up><up>/disagree<enter>/disagree<enter>");
    family_time_typed: family().keys("/family-time<enter>a slip");
    disagreement: family().keys("<c-r>");
    family_time_with_the_clock: family().keys("/clock on<enter>/family-time<enter>").later(35);
    family_time_over: family().keys("/family-time<enter>").later(35).keys("<enter>");
    update_call: Play::new().keys("<f4>5").notes(&["Carol, about her mum"]);
    update_call_all: Play::new().keys("<f4>5").notes(&["Carol, about her mum", "the chair since June", "> I ring Carol on Thursday about the chair"]);
    update_call_read_back: Play::new().keys("<f4>5").notes(&["Carol, about her mum", "the chair since June", "> I ring Carol on Thursday about the chair"]).keys("<enter>");
}
