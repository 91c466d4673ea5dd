"""Russian templates; the package docstring tells the format."""

ANSWERS = {
    "quote": "{name}: «{quote}»{via}. Цитата на языке статьи.",
    "paraphrase": "{name}, в изложении статьи: «{quote}»{via}. Текст на языке статьи.",
    "reported": "Так в статье: {name} «{quote}»{via}. Текст на языке статьи.",
    "report": "В статье сказано: «{quote}»{via}. Текст на языке статьи.",
    "overview": "{name} высказывается в статье не раз, например: «{quote}». Текст на языке статьи.",
    "speakers": "В статье высказываются: {name}.",
    "outlet": "{name} передаёт, в частности: «{quote}». Текст на языке статьи.",
    "summary": "Статья вот о чём: «{quote}». Текст на языке статьи.",
}
VIA = " (передаёт {via})"
ARTICLE = "статья"
OWN = """
question: Что говорит {name} на тему «{matter}»?
question: Что известно на тему «{matter}»?
question: Кто высказывается на тему «{matter}»?
question: Что мы узнаём на тему «{matter}»?
keywords: {words}
keywords: {name} {words}
keywords: {matter}
colloquial: а что там {name} про «{matter}»
claim: Правда ли то, что говорит {name} на тему «{matter}»?
claim: Слышно новое на тему «{matter}».
oblique: А в {ordinal} предложении?
"""
FOREIGN = """
question: Что говорит {name} на тему «{quote}»?
question: Что мы узнаём на тему «{quote}»?
question: Кто высказывается на тему «{quote}»?
keywords: {words}
keywords: {name} {words}
keywords: {quote}
colloquial: а что там {name} про «{quote}»
claim: Правда ли то, что говорит {name} на тему «{quote}»?
claim: Рассказывают такое, и {name} тоже: «{quote}».
oblique: А в {ordinal} предложении?
"""
OF_DETAIL = {
    "person": "keywords: кто {words}\nquestion: Кто говорит на тему «{matter}»?",
    "outlet": "keywords: какая газета {words}\nkeywords: источник {words}",
    "time": "keywords: когда {words}\nkeywords: дата {words}\nquestion: Когда это было: «{matter}»?",
    "place": "keywords: где {words}\nkeywords: место {words}\nquestion: Где это было: «{matter}»?",
    "number": "keywords: сколько {words}\nkeywords: число {words}\nquestion: Сколько: «{matter}»?",
    "duration": "keywords: как долго {words}\nkeywords: срок {words}\nquestion: Как долго: «{matter}»?",
    "reason": "keywords: почему {words}\nkeywords: причина {words}\nquestion: В чём причина: «{matter}»?",
}
TRANSLATED = """
question: Что сказано об этом: {list}?
keywords: {words}
keywords: {name} {words}
"""
DETAIL_TRANSLATED = {
    "person": "keywords: кто {words}\nquestion: Кто говорит об этом: {list}?",
    "outlet": "keywords: какая газета {words}",
    "time": "keywords: когда {words}\nkeywords: дата {words}",
    "place": "keywords: где {words}\nkeywords: место {words}",
    "number": "keywords: сколько {words}\nkeywords: число {words}",
    "duration": "keywords: как долго {words}\nkeywords: срок {words}",
    "reason": "keywords: почему {words}\nkeywords: причина {words}",
}
OF_SPEAKER = """
question: Что говорит {name}?
question: Какие слова {name} приводит статья?
question: Что думает {name}?
keywords: {name}
keywords: {name} заявления
keywords: {name} цитата
colloquial: а {name} что говорит
colloquial: чё там {name}
claim: Правда, что {name} высказывается публично?
claim: Говорят, {name} делает заявление.
oblique: А в {ordinal} предложении и дальше?
"""
OF_SOMEBODY = """
question: Кто такой или такая {name}?
"""
OF_ROLE = """
question: Что говорит {role}?
keywords: {role}
"""
OF_BODY = ""
OF_SPEAKERS = """
question: Кто высказывается в статье?
question: Кого цитируют?
question: Чьи слова приводит статья?
keywords: кого цитируют список
keywords: список говорящих
colloquial: кто там вообще говорит
claim: Правда, что цитируют нескольких людей?
oblique: Сколько там голосов?
"""
OF_OUTLET = """
question: Что сообщает {name}?
question: Что передаёт {name}?
question: О чём пишет {name}?
keywords: {name}
keywords: {name} источник
colloquial: а {name} чё пишет
claim: Правда, что {name} об этом пишет?
oblique: А там, в {ordinal} предложении?
"""
OF_SUMMARY = """
question: О чём статья?
question: Что случилось?
question: Какая тема?
question: Можно кратко, в чём суть?
keywords: краткое содержание
keywords: тема статьи
colloquial: чё случилось то
claim: Что-то произошло, правда?
oblique: Если коротко, в чём дело?
"""
TOPICS = {"overview": "Коротко", "statements": "Кто что сказал", "facts": "Факты"}
ABOUT_SOMETHING = """
Кто возглавляет: {matter}?
Кто основал: {matter}?
Кто построил: {matter}?
Сколько стоило: {matter}?
Кто владеет: {matter}?
Кто снимал на видео: {matter}?
Какой штраф назначен: {matter}?
Кто финансирует: {matter}?
Кто страхует: {matter}?
Кто проектировал: {matter}?
Кто руководил раньше: {matter}?
Какая песня об этом: {matter}?
Кто хочет продать: {matter}?
Сколько людей там работает: {matter}?
"""
OUT_OF_SCOPE = """
Сколько всё это стоило?
Кто будет платить?
Какая в тот день была погода?
Что было годом раньше?
Будет ли суд?
Кто написал эту статью?
Что думают соседи в Европе?
Как отреагировали рынки?
Есть ли петиция?
Что думает папа римский?
Что показывают опросы?
Сколько людей там работает?
Что говорит американский закон?
Есть ли видео?
Кому принадлежит здание?
Во сколько закрывается касса?
По какому телефону звонить?
В какой школе они учились?
Кто выиграл последние выборы?
Какое расписание поездов?
Как записаться?
Где купить билеты?
"""
