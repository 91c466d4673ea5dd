"""Ukrainian templates; the package docstring tells the format."""

ANSWERS = {
    "quote": "{name}: «{quote}»{via}. Цитата мовою статті.",
    "paraphrase": "{name}, у викладі статті: «{quote}»{via}. Текст мовою статті.",
    "reported": "Так у статті: {name} «{quote}»{via}. Текст мовою статті.",
    "report": "У статті сказано: «{quote}»{via}. Текст мовою статті.",
    "overview": "{name} висловлюється у статті не раз, наприклад: «{quote}». Текст мовою статті.",
    "speakers": "У статті висловлюються: {name}.",
    "outlet": "{name} передає, зокрема: «{quote}». Текст мовою статті.",
    "summary": "Стаття ось про що: «{quote}». Текст мовою статті.",
}
VIA = " (передає {via})"
ARTICLE = "стаття"
OWN = """
question: Що каже {name} на тему «{matter}»?
question: Що відомо на тему «{matter}»?
question: Хто висловлюється на тему «{matter}»?
question: Що ми дізнаємося на тему «{matter}»?
keywords: {words}
keywords: {name} {words}
keywords: {matter}
colloquial: а що там {name} про «{matter}»
claim: Чи правда те, що каже {name} на тему «{matter}»?
claim: Чути нове на тему «{matter}».
oblique: А в {ordinal} реченні?
"""
FOREIGN = """
question: Що каже {name} на тему «{quote}»?
question: Що ми дізнаємося на тему «{quote}»?
question: Хто висловлюється на тему «{quote}»?
keywords: {words}
keywords: {name} {words}
keywords: {quote}
colloquial: а що там {name} про «{quote}»
claim: Чи правда те, що каже {name} на тему «{quote}»?
claim: Розповідають таке, і {name} теж: «{quote}».
oblique: А в {ordinal} реченні?
"""
OF_DETAIL = {
    "person": "keywords: хто {words}\nquestion: Хто говорить на тему «{matter}»?",
    "outlet": "keywords: яка газета {words}\nkeywords: джерело {words}",
    "time": "keywords: коли {words}\nkeywords: дата {words}\nquestion: Коли це було: «{matter}»?",
    "place": "keywords: де {words}\nkeywords: місце {words}\nquestion: Де це було: «{matter}»?",
    "number": "keywords: скільки {words}\nkeywords: число {words}\nquestion: Скільки: «{matter}»?",
    "duration": "keywords: як довго {words}\nkeywords: термін {words}\nquestion: Як довго: «{matter}»?",
    "reason": "keywords: чому {words}\nkeywords: причина {words}\nquestion: У чому причина: «{matter}»?",
}
TRANSLATED = """
question: Що сказано про це: {list}?
keywords: {words}
keywords: {name} {words}
"""
DETAIL_TRANSLATED = {
    "person": "keywords: хто {words}\nquestion: Хто говорить про це: {list}?",
    "outlet": "keywords: яка газета {words}",
    "time": "keywords: коли {words}\nkeywords: дата {words}",
    "place": "keywords: де {words}\nkeywords: місце {words}",
    "number": "keywords: скільки {words}\nkeywords: число {words}",
    "duration": "keywords: як довго {words}\nkeywords: термін {words}",
    "reason": "keywords: чому {words}\nkeywords: причина {words}",
}
OF_SPEAKER = """
question: Що каже {name}?
question: Які слова {name} наводить стаття?
question: Що думає {name}?
keywords: {name}
keywords: {name} заяви
keywords: {name} цитата
colloquial: а {name} що каже
colloquial: шо там {name}
claim: Правда, що {name} висловлюється публічно?
claim: Кажуть, {name} робить заяву.
oblique: А в {ordinal} реченні й далі?
"""
OF_SOMEBODY = """
question: Хто такий чи така {name}?
"""
OF_ROLE = """
question: Що каже {role}?
keywords: {role}
"""
OF_BODY = ""
OF_SPEAKERS = """
question: Хто висловлюється у статті?
question: Кого цитують?
question: Чиї слова наводить стаття?
keywords: кого цитують список
keywords: список мовців
colloquial: хто там взагалі говорить
claim: Правда, що цитують кількох людей?
oblique: Скільки там голосів?
"""
OF_OUTLET = """
question: Що повідомляє {name}?
question: Що передає {name}?
question: Про що пише {name}?
keywords: {name}
keywords: {name} джерело
colloquial: а {name} шо пише
claim: Правда, що {name} про це пише?
oblique: А там, у {ordinal} реченні?
"""
OF_SUMMARY = """
question: Про що стаття?
question: Що сталося?
question: Яка тема?
question: Можна коротко, у чому суть?
keywords: стислий зміст
keywords: тема статті
colloquial: шо сталося
claim: Щось трапилося, правда?
oblique: Якщо коротко, у чому справа?
"""
TOPICS = {"overview": "Коротко", "statements": "Хто що сказав", "facts": "Факти"}
ABOUT_SOMETHING = """
Хто очолює: {matter}?
Хто заснував: {matter}?
Хто збудував: {matter}?
Скільки коштувало: {matter}?
Хто володіє: {matter}?
Хто знімав на відео: {matter}?
Який штраф призначено: {matter}?
Хто фінансує: {matter}?
Хто страхує: {matter}?
Хто проєктував: {matter}?
Хто керував раніше: {matter}?
Яка пісня про це: {matter}?
Хто хоче продати: {matter}?
Скільки людей там працює: {matter}?
"""
OUT_OF_SCOPE = """
Скільки все це коштувало?
Хто платитиме?
Яка того дня була погода?
Що було роком раніше?
Чи буде суд?
Хто написав цю статтю?
Що думають сусіди в Європі?
Як відреагували ринки?
Чи є петиція?
Що думає папа римський?
Що показують опитування?
Скільки людей там працює?
Що каже американський закон?
Чи є відео?
Кому належить будівля?
О котрій зачиняється каса?
За яким телефоном дзвонити?
У якій школі вони навчалися?
Хто виграв останні вибори?
Який розклад поїздів?
Як записатися?
Де купити квитки?
"""
