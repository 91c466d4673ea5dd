# Слова інтерфейсу українською.

month = { $month ->
    [1] січень
    [2] лютий
    [3] березень
    [4] квітень
    [5] травень
    [6] червень
    [7] липень
    [8] серпень
    [9] вересень
    [10] жовтень
    [11] листопад
   *[12] грудень
}
date = { $day } { $month ->
    [1] січня
    [2] лютого
    [3] березня
    [4] квітня
    [5] травня
    [6] червня
    [7] липня
    [8] серпня
    [9] вересня
    [10] жовтня
    [11] листопада
   *[12] грудня
}

# Хто сказав
original = { $language }
translation = Переклад: { $text }
language-fr = французькою
language-en = англійською
language-ru = російською
language-uk = українською
said-quote = дослівна цитата
said-quote-via = цитата за { $outlet }
said-paraphrase = у переказі статті
said-paraphrase-via = за повідомленням { $outlet }
told = Так повідомляє сама стаття, ні на кого не посилаючись
told-via = За повідомленням { $outlet }
source = Джерело: { $title } · { $date } · { $count ->
    [one] абзац { $paragraphs }
   *[other] абзаци { $paragraphs }
}
source-without-date = Джерело: { $title } · { $count ->
    [one] абзац { $paragraphs }
   *[other] абзаци { $paragraphs }
}

# Діалог
choose = Що ви хотіли дізнатися?
none-of-these = Нічого з цього
rejected = Зрозуміло. Отже, стаття на це запитання не відповідає.
abstain = Стаття не відповідає на це запитання.
abstain-near = Стаття не відповідає на це запитання. Вона відповідає на такі:
abstain-short = У статті про це нічого немає.
not-served = Цією мовою я не відповідаю; відповідаю { $language }.
no-words = Поставте запитання словами, і я пошукаю відповідь у статті.
stale = Цього запитання вже немає. Поставте його ще раз.

# Огляд
topics-title = Теми статті
topics-button = Усі теми
people-title = Кого цитує стаття
people-button = Хто що сказав?
statements = { $count ->
    [one] { $count } висловлювання
    [few] { $count } висловлювання
   *[other] { $count } висловлювань
}
next-page = Далі
previous-page = Назад
sources-title = Джерела
source-date = Події { $date }; року в тексті немає
source-full-date = Дата: { $date }
source-no-date = Дати в тексті не вказано
source-publisher = Видання: { $publisher }
source-no-publisher = Видання: у тексті не названо
source-place = Місце: { $place }
source-outlets = ЗМІ, на які посилається стаття: { $outlets }
source-no-outlets = Стаття не посилається на інші ЗМІ
source-entries = { $entries ->
    [one] { $entries } відповідь, написана і перевірена
    [few] { $entries } відповіді, написані й перевірені
   *[other] { $entries } відповідей, написаних і перевірених
} людьми, за { $sentences ->
    [one] { $sentences } пронумерованим реченням
   *[other] { $sentences } пронумерованими реченнями
}

# Довідка
welcome = Я відповідаю на запитання про газетну статтю й завжди кажу, хто це сказав, де і хто це передав. Якщо у статті відповіді немає, я так і скажу.
welcome-articles = { $count ->
    [one] Стаття:
   *[other] Статті:
}
help-examples = Спробуйте, наприклад:
help-commands = Команди
command-ask = поставити запитання
command-topics = переглянути теми
command-who = хто що сказав
command-sources = звідки взято відповіді
command-help = ця довідка
command-quit = вийти
unknown-command = Команди { $command } я не знаю. Перелік: /help.
terminal-prompt = Ваше запитання
terminal-no-button = Кнопки з номером { $number } немає.

# Кнопки, вбудований режим
remove-button = Прибрати
not-yours = Це може зробити лише той, хто запитав, або адміністратор.
not-removed = Telegram не дає мені прибрати це повідомлення.
inline-button = Запитати в особистому чаті

privacy-title = Що я зберігаю
privacy-nothing-stored = Я нічого не зберігаю: ні повідомлень, ні імен, ні ідентифікаторів.
privacy-memory = Поки я працюю, в оперативній пам’яті лишається, на яке запитання відповідає кожне з моїх останніх повідомлень, і текст цього запитання: так я виправляю відповідь, якщо ви виправили запитання. Після зупинки все зникає. Кнопки в групі містять ідентифікатор того, хто запитав; зберігає їх Telegram.
privacy-logs = У журналах немає ні ваших слів, ні імен.
command-privacy = що я зберігаю
