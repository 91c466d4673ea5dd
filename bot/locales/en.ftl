# Words of the interface in English.

month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

# Attribution
original = in { $language }
translation = Translation: { $text }
language-fr = French
language-en = English
language-ru = Russian
language-uk = Ukrainian
said-quote = quoted word for word
said-quote-via = quoted by { $outlet }
said-paraphrase = as the article words it
said-paraphrase-via = relayed by { $outlet }
told = The article says so, quoting nobody
told-via = Reported by { $outlet }
source = Source: { $title } · { $date } · { $count ->
    [one] paragraph { $paragraphs }
   *[other] paragraphs { $paragraphs }
}
source-without-date = Source: { $title } · { $count ->
    [one] paragraph { $paragraphs }
   *[other] paragraphs { $paragraphs }
}

# Dialogue
choose = Which did you mean?
none-of-these = None of these
rejected = All right. Then the article does not answer that question.
abstain = The article does not answer that question.
abstain-near = The article does not answer that question. It does answer these:
abstain-short = The article says nothing about that.
not-served = I do not speak that language; I answer in { $language }.
no-words = Ask your question in words, and I will look in the article.
stale = That question is gone. Please ask it again.

# Browsing
topics-title = Topics of the article
topics-button = All topics
people-title = People quoted
people-button = Who said what?
statements = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
next-page = More
previous-page = Back
sources-title = Sources
source-date = Events of { $date }; the text gives no year
source-full-date = Date: { $date }
source-no-date = The text is not dated
source-publisher = Publisher: { $publisher }
source-no-publisher = Publisher: the text does not name it
source-place = Place: { $place }
source-outlets = News outlets that the article credits: { $outlets }
source-no-outlets = The article credits no news outlet
source-entries = { $entries ->
    [one] { $entries } answer
   *[other] { $entries } answers
} written and checked by hand, from { $sentences ->
    [one] { $sentences } numbered sentence
   *[other] { $sentences } numbered sentences
}

# Help
welcome = I answer questions about a news article, and always say who said it, where, and who relayed it. Where the article is silent, I say that too.
welcome-articles = { $count ->
    [one] The article:
   *[other] The articles:
}
help-examples = Try, for example:
help-commands = Commands
command-ask = ask a question
command-topics = browse the topics
command-who = who said what
command-sources = where the answers come from
command-help = this help
command-quit = leave
unknown-command = I do not know the command { $command }. /help lists them.
terminal-prompt = Your question
terminal-no-button = No button has the number { $number }.

# Buttons, inline mode
remove-button = Remove
not-yours = Only the person who asked, or an administrator, can do that.
not-removed = Telegram does not let me remove this message.
inline-button = Ask in private

privacy-title = What I keep
privacy-messages = Your message is stored until I have answered it, usually for less than a second; then its text is deleted. If answering fails, it is kept for seven days, for whoever runs me to find out why.
privacy-replies = For two days I keep which of my messages answers which of yours, by their numbers and that of the chat, with a fingerprint of the question that does not give its words away: so I can correct my reply when you correct the question.
privacy-chats = Of a chat I keep by its number whether I have told it that I need words, and whether it lets me write. Your name and your id are not stored. Buttons in a group carry the id of whoever asked; it is Telegram that keeps them.
privacy-logs = My logs hold neither your words nor your name.
privacy-contact = The person who runs me can be reached here: { $contact }
command-privacy = what I keep

unknown-sends = { $count ->
    [one] One reply may or may not have arrived: the connection broke or I was stopped just then. It is not sent again, lest it arrive twice.
   *[other] { $count } replies may or may not have arrived: the connection broke or I was stopped just then. They are not sent again, lest they arrive twice.
}
