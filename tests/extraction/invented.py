"""An invented war with an invented vocabulary, so that no test leans on the real one's names."""

from timeline.extraction.vocabulary import KindCues, Name, Vocabulary

VOCABULARY = Vocabulary(
    kinds=(
        KindCues("attack", ("attack*", "strike", "strikes", "struck", "shelling", "raid*", "killed", "fighting")),
        KindCues("ceasefire", ("ceasefire*", "truce*")),
        KindCues("talks", ("delegation*", "talks", "negotiat*", "discussions", "summit*", "envoy*")),
        KindCues("hostages", ("hostage*", "captive*", "prisoner*")),
        KindCues("humanitarian", ("aid", "famine*", "convoy*")),
        KindCues("politics", ("parliament", "vote*", "election*", "announced", "resign*")),
    ),
    actors=(
        Name("Karvia", ("Karvian", "Karvians")),
        Name("Ostrel Front", ("Ostrel", "the Front")),
        Name("Union of Merren", ("UM", "U.M.", "Merren", "Merrenese")),
        Name("Belmora", ("Belmoran",)),
        Name("Irena Valk", ("Valk",)),
        Name("Tomas Arlen", ("Arlen",)),
        Name("Red Lantern", ()),
    ),
    places=(
        Name("Belmora", (), "BM"),
        Name("Tessaly", ("Tessaly Valley",), "KV"),
        Name("Port al-Sahr", ("Port el-Sahr", "Port as-Sahr"), "BM"),
        Name("Lindhaven", (), "BM"),
        Name("Dorn", (), "KV"),
        Name("Dorn (Belmora)", (), "BM"),
        Name("Karvia", ("southern Karvia", "كارفيا"), "KV"),
        Name("Qamar", ("قمر", "קמר"), "KV"),
    ),
)
