"""First names: the gender that a common one tells."""

from __future__ import annotations

_FEMININE = frozenset(
    """agnès alice aline alison amy ann anne annick audrey aurore beth betty brigitte carmen carol carole caroline
    catherine cécile céline chantal charlotte chloé claire clémence colette constance corinne diane dorothée edith
    édith eleanor élise elizabeth élisabeth ellen emily émilie emma estelle esther ève fanny florence françoise gaëlle
    geneviève gertrude gwen hannah heather helen hélène hortense ingrid irène iris isabelle jane janet jean-anne jeanne
    jennifer jessica jill joan joanne joséphine joyce judith julie juliette karen kate katherine kathleen kim laure
    laurence léonie liliane lise louise lucie lucy madeleine maëlle manon margaret margot marguerite marie marion
    marlène martine mary mathilde maude mélanie mercedes michèle miriam monique muriel nadège nadine nathalie nicole
    noémie odile ophélie pascale patricia paule pauline rachel rebecca renée rosalie rose roxane ruth sabine sarah
    ségolène sharon simone solange solène sophie stella stéphanie susan suzanne sylvie thérèse valérie véronique
    virginie viviane vivian yasmine yolande yvette yvonne zoé megan abigail grace hope joy faith beatrice bridget
    gail hazel ivy lynn pearl violet wendy naomi ruby любовь ольга марія наталья""".split()
)
_MASCULINE = frozenset(
    """adam adrien alain alan albert alex alexandre alexis alfred andré andrew anthony antoine armand arnaud arthur
    auguste aurélien baptiste barry basile bastien ben benjamin benoît bernard bill bob boris brandon brian bruno cédric
    charles christian christophe claude-henri clément colin craig cyril damien daniel david denis derek didier dmitri
    dominic donald douglas édouard edward emmanuel emile émile enzo eric éric étienne eugène fabien fabrice félix
    fernand francis franck françois frank frédéric gabriel gaël gaëtan gary gaspard gauthier geoffrey george georges
    gérald gérard gilbert gilles giles glenn gordon graham grégoire grégory guillaume gustave guy harry henri henry
    hervé hubert hugo hugues ian igor ilya isaac ivan jack jacques james jason jean jean-baptiste jean-claude
    jean-françois jean-jacques jean-louis jean-luc jean-marc jean-marie jean-michel jean-paul jean-philippe jean-pierre
    jeff jérémie jérôme jim joe joël john jonathan joseph joshua jules julien justin karim keith kenneth kevin laurent
    lee léo léon léopold lionel loïc lou louis luc lucas ludovic luke luka malik manuel marc marcel marcus mario mark
    martin mathieu matteo matthew matthieu max maxime mehdi michaël michael michel mickaël miguel mohamed mustapha
    nathan
    neil nicholas nicolas nikita noah noël octave olivier omar oscar pascal patrice patrick paul peter philip philippe
    pierre quentin ralph raphaël raymond rémi rémy renaud rené richard robert robin rodolphe roger roland romain ronald
    ruben russell ryan sacha sam samir samuel scott sean sébastien serge sergei simon stanislas stéphane steve steven
    stuart sylvain tanguy ted teddy théo thibault thibaut thierry thomas tim timothy tom tony tristan ulysse valentin
    vernon victor vincent vladimir walter warren wesley wes wilfried william xavier yann yannick yves yvon zachary
    youssef yanis sasha nikolai pavel pavlo oleg andrei alexei aleksandr volodymyr petro mykola""".split()
)
_FEMININE_ENDINGS = ("a", "ette", "elle", "ine", "ène", "ienne", "anne", "lyn", "ée")
_MASCULINE_A = frozenset(
    "joshua luca nikita ilya sasha sacha andrea noa issa moussa mustafa garcia musa jonah ezra".split()
)


def is_first_name(word: str) -> bool:
    """Tell if a word is a common first name."""
    first = word.lower().split("-")[0]
    return first in _FEMININE or first in _MASCULINE or word.lower() in _FEMININE or word.lower() in _MASCULINE


def gender_of(first_name: str) -> str:
    """Return "f" or "m" for a first name that tells a gender, and an empty text for any other.

    Of a double name the first part tells, as in "Anne-Laure".
    """
    lower = first_name.lower().strip(".")
    if lower in _FEMININE:
        return "f"
    if lower in _MASCULINE:
        return "m"
    first = lower.split("-")[0]
    if first in _FEMININE:
        return "f"
    if first in _MASCULINE:
        return "m"
    if lower in _MASCULINE_A:
        return ""
    return "f" if len(first) > 3 and first.endswith(_FEMININE_ENDINGS) else ""
