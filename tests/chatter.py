"""Messages that people in a lively group write to each other, and not to a bot: invented, in four languages."""

from __future__ import annotations

import random
from collections.abc import Iterator

_SLOTS = {
    "fr": {
        "who": "Sophie|mon frère|la voisine|Karim|le patron|ma belle-mère|Léa",
        "what": "une pizza|le vélo|la voiture|les billets|le gâteau|un canapé|les clés",
        "where": "à la gare|au marché|chez Paul|à Lyon|devant le cinéma|au bureau",
        "when": "demain|ce soir|samedi|à midi|vers 18h|la semaine prochaine",
        "famous": "Trump|Poutine|Zelensky|Hegseth|Peskov|Marc Fogel|CNN",
    },
    "en": {
        "who": "Sophie|my brother|the neighbour|Karim|my boss|grandma|Leah",
        "what": "a pizza|the bike|the car|the tickets|the cake|a sofa|the keys",
        "where": "at the station|at the market|at Paul's|in Leeds|outside the cinema|at work",
        "when": "tomorrow|tonight|on Saturday|at noon|around 6|next week",
        "famous": "Trump|Putin|Zelensky|Hegseth|Peskov|Marc Fogel|CNN",
    },
    "ru": {
        "who": "Соня|мой брат|соседка|Карим|шеф|бабушка|Лена",
        "what": "пиццу|велосипед|машину|билеты|торт|диван|ключи",
        "where": "на вокзале|на рынке|у Павла|в Казани|у кинотеатра|на работе",
        "when": "завтра|вечером|в субботу|в обед|часов в шесть|на той неделе",
        "famous": "Трамп|Путин|Зеленский|Хегсет|Песков|Марк Фогель|CNN",
    },
    "uk": {
        "who": "Софія|мій брат|сусідка|Карім|шеф|бабуся|Олена",
        "what": "піцу|велосипед|машину|квитки|торт|диван|ключі",
        "where": "на вокзалі|на ринку|у Павла|у Львові|біля кінотеатру|на роботі",
        "when": "завтра|ввечері|у суботу|в обід|десь о шостій|наступного тижня",
        "famous": "Трамп|Путін|Зеленський|Гегсет|Пєсков|Марк Фогель|CNN",
    },
}
_TALK = {
    "fr": """Salut tout le monde !|mdr|ok ça marche|Qui vient {when} ?|{who} a encore oublié {what}
on se retrouve {where} ?
J'ai vu {who} {where}, trop drôle|Quelqu'un a vu {what} ?|Combien coûte {what} {where} ?|c'est quoi le code de la porte
Il pleut encore {where}...|Merci {who} pour {what} !|tu fais quoi {when}|Bonne nuit 🌙|Joyeux anniversaire {who} 🎂
pourquoi {who} ne répond jamais|Quand est-ce qu'on mange ?|Où est {who} ?|franchement la politique ça me fatigue
{famous} est encore passé à la télé hier|Mon oncle ne parle que de {famous}, au secours
{famous}, {famous}, toujours {famous}...
Vous pensez quoi de {famous} ?|Quel âge a {famous} ?|Est-ce que {famous} aime la pizza ?|Qui est la femme de {famous} ?
Si {famous} gagne je mange mon chapeau|J'ai rêvé que {famous} achetait {what} {where}|{famous} ressemble à {who} non ?
Quand {famous} parle, {who} change de chaîne|On regarde quoi {when} ?|+1|jpp de ce temps
Le train de {when} est annulé""",
    "en": """Hi everybody!|lol|ok cool|Who is coming {when}?|{who} forgot {what} again|shall we meet {where}?
I saw {who} {where}, so funny|Has anybody seen {what}?|How much is {what} {where}?|what is the door code
Raining again {where}...|Thanks {who} for {what}!|what are you doing {when}|Good night all 🌙|Happy birthday {who} 🎂
why does {who} never answer|When do we eat?|Where is {who}?|honestly so tired of politics
{famous} was on TV again yesterday|My uncle talks of nothing but {famous}, help|{famous}, {famous}, always {famous}...
What do you think of {famous}?|How old is {famous}?|Does {famous} like pizza?|Who is {famous} married to?
If {famous} wins I eat my hat|I dreamt that {famous} bought {what} {where}|{famous} looks like {who}, no?
When {famous} talks {who} changes the channel|What are we watching {when}?|+1|this weather, I can't
The {when} train is cancelled""",
    "ru": """Всем привет!|ахаха|ок, договорились|Кто придёт {when}?|{who} опять про {what} не помнит
встречаемся {where}?
Встретила {where} кое-кого, смешно вышло|Кто-нибудь видел {what}?|Почём отдают {what} {where}?|какой код у двери
Опять дождь {where}...|Спасибо за {what}!|что делаешь {when}|Спокойной ночи 🌙|С днём рождения, {who} 🎂
почему {who} никогда не отвечает|Когда едим?|Где {who}?|честно, устала от политики
{famous} опять вчера в телевизоре|Дядя только и говорит, что {famous} то, {famous} сё
{famous}, {famous}, вечно {famous}...
Что думаете, {famous} прав?|Сколько лет, {famous} старый?|{famous} любит пиццу?|На ком женат {famous}?
Если {famous} победит, съем шляпу|Мне снилось, что {famous} купил {what} {where}|{famous} похож на соседа, нет?
Когда {famous} говорит, {who} переключает канал|Что смотрим {when}?|+1|ну и погода|Поезд, который {when}, отменили""",
    "uk": """Усім привіт!|ахаха|ок, домовились|Хто прийде {when}?|{who} знову забуває про {what}|зустрічаємось {where}?
Зустріла {where} декого, смішно вийшло|Хтось бачив {what}?|Почім віддають {what} {where}?|який код у дверей
Знову дощ {where}...|Дякую за {what}!|що робиш {when}|На добраніч 🌙|З днем народження, {who} 🎂
чому {who} ніколи не відповідає|Коли їмо?|Де {who}?|чесно, втомилась від політики
{famous} знову вчора в телевізорі|Дядько тільки й каже, що {famous} те, {famous} се
{famous}, {famous}, вічно {famous}...
Що думаєте, {famous} правий?|Скільки років, {famous} старий?|{famous} любить піцу?|На кому одружений {famous}?
Якщо {famous} переможе, з'їм капелюха|Мені снилося, що {famous} купив {what} {where}|{famous} схожий на сусіда, ні?
Коли {famous} говорить, {who} перемикає канал|Що дивимось {when}?|+1|ну й погода|Потяг, який {when}, скасували""",
}


def chatter(chance: random.Random) -> Iterator[str]:
    """Footnote talk without end: plans, questions about other things, and the names that the news are full of."""
    talk = {language: text.replace("\n", "|").split("|") for language, text in _TALK.items()}
    slots = {language: {name: some.split("|") for name, some in each.items()} for language, each in _SLOTS.items()}
    while True:
        language = chance.choice(list(talk))
        filled = {name: chance.choice(some) for name, some in slots[language].items()}
        yield chance.choice(talk[language]).format(**filled)
