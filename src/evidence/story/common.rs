//! Words that every story has. With a capital, at the start of a sentence, they are no place and nobody's name.

/// Ordinary words, such as sentences begin with. None of them is a name that people have.
const COMMON: &str = "\
    a able about above across after afterwards again against ago all almost alone along already also although always am \
    an and angry another any anybody anyone anything anyway appointment are around as ask asked asking at away back bad \
    because bed been before began being benefits best better between big bills both bought breakfast bring brought bus \
    but buy by call called calling calls came can cannot car care carer carers charity children church clean cleaned \
    cleaning clear close closed club cold come comes coming community cook cooked cooking cooks could council crisis \
    daughter day days debt decided did died different difficult dinner do doctor does dog doing done door down during \
    each early eat eating either enough even evening eventually ever every everybody everyone everything family father \
    feel feeling feels fell felt few finally find finding first five food for forms found four friend friends from full \
    funding garden gave get gets getting girl give given gives giving go goes going gone good got gp granddaughter \
    grandson group had half happened happier happy hard has have having he health hear heard heating help helped \
    helping helps her here hers herself him himself his home hospital hot hour hours house housing how however husband \
    i if ill in inside instead into is it its itself job just keep keeping kept kitchen knew know known knows landlord \
    last late later learned leave left less let letter letters life like liked likes listen listened listening little \
    live lived lives living local lonely long look looked looking looks lost lot lots loud lunch made make makes making \
    manager many maybe me meals meant medicine meet meeting met might mine minutes moment money month months more \
    morning most mostly mother moved moving much mum my myself near nearly need needed needs neighbour neighbours never \
    new next night no nobody none nor not nothing now nurse of off office often oh ok old on once one only open or \
    other others our ours out outside over own paid pain paperwork part pay paying pension people perhaps person phone \
    phoned place plan police put quiet quite ran rang rather ready really rent rest right ring rings room round sad \
    safe said same sat saw say saying says school second see seeing seen sent service services set several she shop \
    shopping should shower shut sick silent since single sister sitting six sleep sleeping sleeps slept slow slowly so \
    social some somebody someone something sometimes son soon sorted staff started stay stayed staying steps still \
    stood stopped straight street such support sure take taken takes taking talk talked talking tea team telephone tell \
    telling tells ten than thank thanks that the their them then there these they thing things think thinking thinks \
    this those though thought three through time times tired to today together told tomorrow too took transport travel \
    tried try trying turned two under understood unless until up us use used using usually very visit visited visiting \
    visits voice volunteer volunteers wait waited waiting walk walked walking walks want wanted wants warm was washing \
    we week weekend weeks well went were wet what whatever when whenever where whether which while who whole whose why \
    wife with within without woman won't work worker workers worked working works worried worry worse would wrong yes \
    yesterday yet you young your yours yourself \
    i'd i'll i'm i've he'd he'll he's she'd she'll she's they'd they'll they're they've we'd we'll we're we've it's \
    that's there's what's who's didn't doesn't don't can't couldn't wasn't weren't isn't aren't hasn't haven't hadn't \
    wouldn't shouldn't";

/// Names that are ordinary words as well.
const ALSO_WORDS: &str = "\
    amber angel april art august basil bay bell berry bill bird bishop blue bond book brook brown buck bush carol case \
    cash chance chase christian clay cliff cook cross dale dawn day dean destiny drew earl east ernest faith field fish \
    flora ford fox frank gene glen grace grant gray green grey guy hall harmony harry heath heather hill holly hope \
    hunter iris ivy jack jade jasmine jay jean joy june king knight lane lily long love mark marsh mason may melody \
    mike miles moss nelly nick noble north page park pearl penny peter piper poppy price prince queen rain ray reed \
    rich rob robin rock rose ruby rusty sage sandy scarlet shaw short sky skip small smith south star stone storm sue \
    summer sunny swan tanner taylor temple terry tiger tom trinity victor violet wade walker ward west white wild will \
    winter wood woods worth young";

/// Whether every story has this word. Not where it is a name as well: there a capital may mean somebody.
pub fn is_common(word: &str) -> bool {
    is_among(word, COMMON)
}

/// Whether a name is an ordinary word too, so that only its capital tells.
pub fn is_also_a_word(name: &str) -> bool {
    is_among(name, ALSO_WORDS)
}

fn is_among(word: &str, list: &str) -> bool {
    let word = word.to_lowercase().replace('\u{2019}', "'");
    list.split_whitespace().any(|one| one == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_word_is_told_from_a_name_whatever_the_size_of_its_letters() {
        assert!(is_common("She") && is_common("we\u{2019}re") && is_common("Housing"));
        assert!(!is_common("Tariq") && !is_common("Sandra") && !is_common("Mark"));
        assert!(is_also_a_word("Mark") && !is_also_a_word("Marcus"));
    }
}
