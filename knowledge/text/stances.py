"""Stances: the verbs by which somebody agrees, refuses, promises or fears, grouped across languages.

A stance is told by the beginnings of its words, already folded (`text.normalise.fold`); `=` after one means that the
word ends there, too. A word of several stances stands in the commonest. "say" holds the words of saying and thinking,
which nearly every statement has.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from knowledge.text.memo import Memo

_FRENCH = """
say: dit= dire= disent disait dis= dites= dira= declar affirm assur ajout repond replique expliq estim pense= penser
say: pensent pensait croi= croit croire croient precis annonc indiqu evoqu mention raconte selon= parl juge= juger avis=
say: opinion point= commentaire
agree: accept accord= accorde consent concede approuv admet admis entendu= entendus= entendre= valide= valider
refuse: refus rejet rejett repouss declin oppos desaccord desapprouv
hide: cache= cacher cachent cachait cachee cachees caches= dissimul tais= tait= taire= occult
promise: promet promis promes engage= engager engagent engagement garanti
demand: exig reclam demand ordonn impos somme= sommer ultimatum appel= appele= appeler exhort invite= inciter pouss
threaten: menac intimid avertis avertit
fear: crain craign peur= redout inquiet apeur effray
thank: remerci merci= gratitude reconnaissan
forgive: pardonn
apologise: excus regrett regret
confirm: confirm
deny: dement nie= nier nient nia= niait contest refut
accuse: accus reproch blam denonc condamn critiqu
praise: salu felicit louang loue= louer applaud rejoui
suspect: soupcon suspect doute= douter doutent mefi
invite: invit convi=
propose: propos suggere suggest offr offert
support: soutien souten soutenu appuy appui
insult: insult injuri moqu
lie: ment= mentir menti= mensong
want: veut= veulent= vouloir= voulait= voulu= souhait desir
hope: esper espoir
withdraw: renonc abandonn retir
sign: sign= signe= signer signent signature paraph
attack: attaq bombard frapp envahi
order: interdi
"""
_ENGLISH = """
say: say= says= said= saying= tell= tells= told= telling= state= stated= states= declar claim assert add= added= adds=
say: repl answer explain announc think= thinks= thought= believ mention comment remark spoke= speak= talk opinion view=
say: according= statement
agree: agree= agreed= agrees= agreeing= agreement accept consent approv concede assent
refuse: refus reject declin rebuff turn_down oppos against= disagre disapprov
hide: hide= hides= hid= hidden hiding conceal
promise: promis pledg vow= vows= vowed= guarante assur commit
demand: demand insist requir order= ordered= urge= urged= urges= ultimatum call= ask= asks= asked=
threaten: threat warn intimidat
fear: fear= fears= feared= fearful afraid scared worr dread frighten
thank: thank grateful gratitude
forgive: forgiv pardon
apologise: apolog sorry= regret
confirm: confirm
deny: deny= denie denial= refut disput contradict
accuse: accus blam denounc condemn critici
praise: welcom prais congratulat applaud hail= hailed= laud
suspect: suspect suspicio doubt distrust mistrust
invite: invit
propose: propos suggest offer
support: support back= backs= backed= backing= endors
insult: insult mock= mocked= offend
lie: lie= lied= lying= lies=
want: want wish desir
hope: hope= hopes= hoped= hopeful hoping
withdraw: renounc abandon withdr give_up gave_up drop= dropped= relinquish
sign: sign= signs= signed= signing= signature
attack: attack bomb shell= shelled= shelling= struck= invad
order: forbid forbad forbidden ban= banned= prohibit
"""
_RUSSIAN = """
say: сказа скаж говор заяв сообщ утвержда утверди ответи отвеча добав счита дума полага объясн подчерк отмети мнени
say: упомян упомин высказ рассказ объяви объявл слова= словам= назва
agree: соглас согласи согласен приня= принял принима договори договар одобр
refuse: отказ отверг отклон возраж против= против_ несоглас
hide: скрыл скрыва скрыть утаи умолч
promise: обеща пообеща обещан обязал обязуе гарант заверил
demand: требу потреб требова настаива настоя приказ призва призыв ультимат велел проси= просил попроси
threaten: угро пригро предупре запуг
fear: боит боят боял бояться опаса страх страш испуг тревож
thank: благодар поблагодар спасибо=
forgive: прости= простил прощ
apologise: извин сожал раска
confirm: подтвер
deny: опроверг отрица опроверж
accuse: обвин осуди осужд критик упрек винит
praise: приветств поприветств похвал хвал поздрав одобрит
suspect: подозр заподозр сомнева усомн недовер доверя
invite: пригла приглаш
propose: предлож предлаг
support: поддерж
insult: оскорб обозва насмеш
lie: лжет= лжец солга врет= врал= соврал ложь=
want: хочет хотят хотел желает желал желают жела=
hope: надее надея наде= надежд
withdraw: отреч отрек откаж
sign: подпис
attack: атак напал нападе бомб удари обстрел
order: запрет запрещ
"""
_UKRAINIAN = """
say: сказа скаже каже= кажуть= казав говор заяв повідом ствердж стверд відпов дода= додав вважа дума думк поясн
say: наголос зазнач висловл згада згадув розпов розказ оголос слова= словам= назва
agree: погод погодж згод згоден згодн прийня= прийняв прийма домов схвал
refuse: відмов відкин відхил проти= заперечував незгод незгоден
hide: прихов втаї замовч
promise: обіця пообіця зобов гарант запевн
demand: вимаг зажада наполяг наказ заклика заклик ультимат проси= просив попрос велів
threaten: погрож загрож пригроз поперед залякув
fear: боїт боят бояв боятися побою страх страш злякав тривож
thank: дяку подяк вдячн
forgive: пробач= пробачи прости= простив
apologise: вибач перепрос шкоду
confirm: підтвер
deny: запереч спросту
accuse: звинува засуд критик дорік
praise: вітає= вітав= привіта похвал хвал схвал
suspect: підозр запідозр сумнів недовір довіря
invite: запрош запрос
propose: пропон запропон
support: підтрим
insult: образ= образив ображ обізвав
lie: бреш брех збрех
want: хоче= хочуть= хотів хотіли бажає бажал прагн
hope: сподів надія= надії=
withdraw: зрікс відрік
sign: підпис
attack: атак напад напав бомб удари обстріл
order: заборон
"""
_TABLES: Mapping[str, str] = {"fr": _FRENCH, "en": _ENGLISH, "ru": _RUSSIAN, "uk": _UKRAINIAN}
OPPOSITES: Mapping[str, str] = MappingProxyType(
    {"agree": "refuse", "refuse": "agree", "confirm": "deny", "deny": "confirm"}
)
"""The stances that answer each other: who refused did not agree."""
CONTRARIES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "praise": frozenset({"accuse", "insult"}),
        "thank": frozenset({"accuse", "insult"}),
        "accuse": frozenset({"praise", "thank"}),
        "insult": frozenset({"praise", "thank"}),
        "agree": frozenset({"refuse"}),
        "support": frozenset({"refuse"}),
        "refuse": frozenset({"agree", "support", "want"}),
        "confirm": frozenset({"deny"}),
        "deny": frozenset({"confirm"}),
        "hide": frozenset({"say"}),
        "threaten": frozenset({"promise"}),
        "promise": frozenset({"threaten", "demand"}),
    }
)
"""The stances of whoever did not take one, by the stance that a question takes for granted."""


def stance(word: str, code: str) -> str | None:
    """Return the stance that a word is of, such as "promise"; None if of none.

    Args:
        word: Folded.
        code: ISO 639-1 code; a language without a table has no stances.
    """
    return _found[word, code]


def _beginnings(table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in table.strip().splitlines():
        name, _, beginnings = line.partition(":")
        for beginning in beginnings.split():
            found.setdefault(beginning, name)
    return found


_BEGINNINGS = {code: _beginnings(table) for code, table in _TABLES.items()}


def _stance(key: tuple[str, str]) -> str | None:
    word, code = key
    table = _BEGINNINGS.get(code, {})
    if f"{word}=" in table:
        return table[f"{word}="]
    ends = range(len(word), 1, -1)
    return next((table[word[:end]] for end in ends if word[:end] in table), None)


_found: Memo[tuple[str, str], str | None] = Memo(_stance, most=20_000)
