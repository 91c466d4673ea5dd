# Слова интерфейса по-русски.

month = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
}
date = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
}

# Кто сказал
original = { $language }
translation = Перевод: { $text }
language-fr = по-французски
language-en = по-английски
language-ru = по-русски
language-uk = по-украински
said-quote = дословная цитата
said-quote-via = цитата по { $outlet }
said-paraphrase = в пересказе статьи
said-paraphrase-via = по сообщению { $outlet }
told = Так сообщает сама статья, ни на кого не ссылаясь
told-via = По сообщению { $outlet }
source = Источник: { $title } · { $date } · { $count ->
    [one] абзац { $paragraphs }
    [few] абзацы { $paragraphs }
   *[other] абзацы { $paragraphs }
}
source-without-date = Источник: { $title } · { $count ->
    [one] абзац { $paragraphs }
    [few] абзацы { $paragraphs }
   *[other] абзацы { $paragraphs }
}

# Диалог
choose = Что вы хотели узнать?
none-of-these = Ничего из этого
rejected = Понятно. Значит, статья на этот вопрос не отвечает.
abstain = Статья не отвечает на этот вопрос.
abstain-near = Статья не отвечает на этот вопрос. Она отвечает на такие:
abstain-short = В статье об этом ничего нет.
not-served = На этом языке я не отвечаю; отвечаю { $language }.
no-words = Задайте вопрос словами, и я поищу ответ в статье.
stale = Этого вопроса больше нет. Задайте его ещё раз.

# Обзор
topics-title = Темы статьи
topics-button = Все темы
people-title = Кого цитирует статья
people-button = Кто что сказал?
statements = { $count ->
    [one] { $count } высказывание
    [few] { $count } высказывания
   *[other] { $count } высказываний
}
next-page = Дальше
previous-page = Назад
sources-title = Источники
source-date = События { $date }; года в тексте нет
source-full-date = Дата: { $date }
source-no-date = Дата в тексте не указана
source-publisher = Издание: { $publisher }
source-no-publisher = Издание: в тексте не названо
source-place = Место: { $place }
source-outlets = СМИ, на которые ссылается статья: { $outlets }
source-no-outlets = Статья не ссылается на другие СМИ
source-entries = { $entries ->
    [one] { $entries } ответ, написанный и проверенный
    [few] { $entries } ответа, написанных и проверенных
   *[other] { $entries } ответов, написанных и проверенных
} людьми, по { $sentences ->
    [one] { $sentences } пронумерованному предложению
   *[other] { $sentences } пронумерованным предложениям
}

# Справка
welcome = Я отвечаю на вопросы о газетной статье и всегда говорю, кто это сказал, где и кто это передал. Если в статье ответа нет, я так и скажу.
welcome-articles = { $count ->
    [one] Статья:
   *[other] Статьи:
}
help-examples = Попробуйте, например:
help-commands = Команды
command-ask = задать вопрос
command-topics = посмотреть темы
command-who = кто что сказал
command-sources = откуда взяты ответы
command-help = эта справка
command-quit = выйти
unknown-command = Команды { $command } я не знаю. Список: /help.
terminal-prompt = Ваш вопрос
terminal-no-button = Кнопки с номером { $number } нет.

# Кнопки, встроенный режим
remove-button = Убрать
not-yours = Это может сделать только тот, кто спросил, или администратор.
not-removed = Telegram не даёт мне убрать это сообщение.
inline-button = Спросить в личном чате

privacy-title = Что я храню
privacy-nothing-stored = Я ничего не сохраняю: ни сообщений, ни имён, ни идентификаторов.
privacy-memory = Пока я работаю, в оперативной памяти остаётся, на какой вопрос отвечает каждое из моих последних сообщений, и текст этого вопроса: так я исправляю ответ, если вы исправили вопрос. При остановке всё исчезает. Кнопки в группе содержат идентификатор спросившего; хранит их Telegram.
privacy-logs = В журналах нет ни ваших слов, ни имён.
command-privacy = что я храню
