"""English utterances; the package docstring tells the format."""

COURTESY: str = """
greeting: hello, hi, hey, hiya, yo, howdy, hello there, hi there, hey there, good morning, good afternoon
greeting: good evening, greetings, morning, gm, sup, hey bot, nice to meet you, evening, heya, g'day, good day
greeting: salut, hallo, hullo
wellbeing: how are you, how are you doing, how is it going, how do you do, what is up, whats up, how are things
wellbeing: you ok, how have you been, are you ok, how is life, how you doing, wassup, what are you doing
wellbeing: what is new, how r u, hru, how are you today, hows it going, how goes it, are you well, you good
thanks: thanks, thank you, thanks a lot, thank you very much, thank you so much, many thanks, thx, ty, tysm, cheers
thanks: tnx, thnx, much appreciated, appreciate it, i appreciate it, thanks a bunch, thanks a million
thanks: thanks for the info, thanks for the answer, thanks for your help, thank you for your help, thanks for that
thanks: thank u, thankyou, ta, thanks for the help, thanks for explaining, thanks for letting me know, grateful
thanks: much obliged, that helps, that helped, thank you for the information, thank you for your answer
thanks: thanks for clarifying, merci, thanks for answering, tyvm
farewell: bye, goodbye, bye bye, good bye, see you, see ya, see you later, later, cya, good night, take care
farewell: farewell, ttyl, have a nice day, have a good day, have a good one, talk to you later, see you soon
farewell: see you tomorrow, gn, so long, nighty night, catch you later, until next time, peace out, i have to go
farewell: gotta go, g2g, brb, cheerio, night, laters
praise: good bot, great, nice, awesome, amazing, excellent, perfect, brilliant, well done, good job, nice one
praise: great job, nice work, good work, you are the best, you are great, you rock, i love you, love you, love it
praise: wonderful, fantastic, cool, very helpful, super helpful, so helpful, helpful, impressive, best bot, bravo
praise: clever, smart, you are smart, you are awesome, you are amazing, great answer, good answer, sweet, superb
praise: neat, not bad, very useful, useful, lovely, great stuff, that is great, that is awesome, this is great
praise: kudos, congrats, congratulations, clever bot, smart bot, you are brilliant, nicely done, great bot
praise: i like you, i like this bot, very good, good, very nice, well explained
insult: stupid, stupid bot, idiot, you idiot, dumb, dumb bot, bad bot, useless, useless bot, you are useless
insult: you suck, this sucks, it sucks, shut up, fuck you, fuck off, go to hell, go away, piss off, trash, garbage
insult: crap, bullshit, rubbish, moron, you are stupid, you are dumb, you are an idiot, worst bot, terrible
insult: you know nothing, waste of time, screw you, what a joke, pathetic, lame, damn you, wtf, you are wrong, liar
insult: asshole, bastard, shit, shitty bot, dumbass, stfu, you are the worst, hate you, i hate you, get lost
insult: silly bot, brainless, you are terrible, you are bad, worthless, you are trash, you are garbage
insult: piece of shit, piece of junk, piece of crap, junk, you are broken, clown, loser, wanker
insult: you understand nothing, you do not understand anything, this bot is useless, awful, sucks
reaction: ok, okay, k, kk, okey, alright, all right, got it, i see, understood, fine, yes, yeah, yep, no, nope, nah
reaction: sure, lol, lmao, rofl, haha, hehe, xd, omg, wow, whoa, oh, ah, oops, hmm, huh, meh, ugh, funny
reaction: that is funny, so funny, interesting, that is interesting, sorry, my bad, never mind, nevermind, nothing
reaction: no problem, np, you are welcome, welcome, happy birthday, merry christmas, happy new year, good luck, test
reaction: testing, whatever, makes sense, fair enough, oh ok, oh i see, good to know, noted, too bad, pity, right
reaction: indeed, exactly, of course, roger, smh, damn, geez, yay, done
bot: are you a bot, are you a robot, are you human, are you a human, are you real, are you ai, are you an ai
bot: are you chatgpt, who are you, what are you, what is your name, your name, are you a person
bot: are you a real person, am i talking to a bot, am i talking to a robot, am i talking to a human, is this a bot
bot: is anyone there, is anybody there, are you there, are you a machine, are you gpt, who r u, are you alive
bot: is this an ai, you a bot, u a bot, r u a bot, are u a bot, r u real, bot or human, human or bot, you are a bot
bot: am i talking to a person, am i speaking to a human, is there a human, you human, is this a real person
bot: are you sentient, am i talking to an ai, is this a robot, robot or human, are you artificial
bot: are you an artificial intelligence, is this automated, are you automated, are you just a bot
bot: are you just a machine
maker: who made you, who created you, who built you, who programmed you, who developed you, who is your creator
maker: your creator, who is your developer, who is your maker, who wrote you, who is behind you, who runs you
maker: who owns you, who designed you, who made this bot, who created this bot, who built this bot, who coded you
maker: who is your author, who do you work for, where do you come from, who controls you, who is behind this bot
maker: who is your owner, who operates you, who invented you, who trained you, who are your creators
maker: who is your master, who is your boss, who programmed this bot, who runs this bot
help: help, help me, i need help, what can you do, what do you do, how do you work, how does this work
help: how does it work, what can i ask, what can i ask you, what are you for, how to use you, how do i use this
help: how to use this bot, commands, menu, what do you know, what can you tell me, how do i ask a question
help: instructions, what is this bot, what does this bot do, what are you good for, can you help me, please help
help: what should i ask, how do i use you, how can you help
"""

LANGUAGES: str = """
language, languages, change language, change the language, switch language, english, in english, english please
speak english, do you speak english, can you speak english, which languages do you speak
what languages do you speak, what language, french, in french, russian, in russian, ukrainian, in ukrainian
switch to english, do you speak french, do you speak russian, do you speak ukrainian, answer in english
reply in english, language please, set language
"""

POINTING: str = """
truth: true, truth, real, legit, fake, false, correct, accurate, right, confirmed, confirm, fake news, fact, facts
truth: hoax, lie, for real, really, fr, seriously, sure, certain, wrong, fact check, factcheck, verified, verify
truth: check, legitimate, bs, bullshit, credible, reliable, made up, rumor, rumour, no way, cap, no cap, is that so
truth: srsly, debunked, misinformation
source: source, sources, src, proof, evidence, citation, citation needed, reference, references, says who, who says
source: who says so, where is it from, where is this from, where is that from, where does it come from
source: where did you get, according to whom, according to who, where does this come from, where does that come from
source: who claims, who claims that, link to source, who says that, who says this, who is saying
source: where did this come from, where did that come from, origin, sauce, receipts, where did you hear
source: where did you read, where did you see
"""

FACETS: str = """
speaker: who, who exactly, by whom, by who, whose words, which person, whose, said by whom, said by who, whose claim
speaker: whose words are, who was it, which official
identity: who is he, who is she, who is that, who is this, who are they, who is it, who is this guy, who is that guy
identity: who is this person, who is that person, who is that man, who is this man, who he is, who was he, whos he
identity: whos that
venue: where, where exactly, in which place, in what place, in which city, what city, which city, which place
venue: what place, on which network, which network, on what network, on what platform, on which platform
venue: which platform, what platform, in which country, which country, at what event, at which event, whereabouts
venue: which location, location, what location, on what occasion, in what setting, what venue, which venue
venue: in what building
date: when, when exactly, on which day, what day, which day, what date, on what date, which date, the date
date: at what time, what time, what year, which year, in which year, since when, when was, how long ago
date: how recently, which month, what month
addressee: to whom, to who, who to, whom, said to whom, told whom, to which people, in front of whom, who did he
addressee: who did she, who did they, who was she, who were they, addressed to whom, whom did he, who was that
addressee: with whom, who was it addressed to, who was it for, who was it said to, who was he talking to
addressee: who was listening, to what audience, who heard, whom to, talking to whom, with who, who with, before whom
outlet: source, sources, the source, how do we know, who told us, through what channel, which channel, through whom
outlet: via whom, which outlet, what outlet, which media, what media, which newspaper, which agency, what agency
outlet: who reported, who reports, who relayed, who relays, reported by whom, reported by who, which news agency
outlet: through which outlet, what channel, who published, which news outlet, what news outlet, who quoted
outlet: who quotes, who carried, according to which outlet, reported by, relayed by, which source, what source
outlet: who broke, who covered, which press, reported, relayed, relays, reports, report, outlet, agency
outlet: quoted by whom, quoted by who, cited by whom, who cited
quote: their own words, a summary, summarized, summarised, quote or paraphrase, verbatim, word for word, exact words
quote: his words, her words, their words, in those words, those words, these words, own words, quote, a quote
quote: quotes, quoted, direct quote, exact quote, literally, the exact words, in his own words, quotation
quote: a quotation, paraphrase, a paraphrase, paraphrased, actual words, exact phrase, exact wording, wording
quote: his exact words, those exact words, precise words, literal, in quotation marks, quotation marks, exactly that
quote: like that, said exactly, say exactly, exactly say, exactly said, what words, which words, put it like that
quote: phrase it like that
reason: why, how come, for what reason, what for, the reason, what reason, reason, why so, why is that, reasons
reason: but why, y, what is the reason, what was the reason, on what grounds, what is the cause, because of what
reason: why though
more: is that all, that is all, that all, and else, besides that, apart from that, aside from that, more
more: tell me more, more details, details, more info, more information, anything else, what else, elaborate, go on
more: continue, expand, can you elaborate, explain, further, and then, then what, what then, any details, detail
more: more on that, what happened next, in detail, and after that, keep going, say more, something else, next
else: else did he say, else did she say, else did they say, else he said, else does he say, what else did he say
else: else has he said, anything else he said, what else he said, did he add, did he say anything else
else: he say anything else, he add anything, what else did she say, what else did they say, what else does he say
else: say anything else, else did he, said else
"""

CARD: str = """
subject: what is this about, what is it about, what is the article about, what is this article about
subject: what is it all about, what is this all about, what is the topic, topic, what is the subject, the subject
subject: what does the article say, which article, what article, what is this article, about what, what is the story
subject: what is the news, what is that about, what are we talking about, what does the article talk about
subject: what does it say, the article, describe the article, what is this, tell me about the article
subject: tell me about this article, about the article, what is the article, whats it about, whats this about
subject: article about what, what is the text about, what is in the article, what is the piece about
subject: what does this article cover, what does the article cover, what is the main topic, what is the main idea
subject: what is this text about, what is this story about, what is this news about, which article is this
subject: what is your article about
summary: summary, summarize, summarise, sum up, sum it up, tldr, tl dr, tl, in short, in brief, brief, key points
summary: main points, give me a summary, summary of the article, summarize the article, summarise the article
summary: short version, gist, the gist, in a nutshell, overview, recap, synopsis, main idea, key takeaways
summary: takeaways, summarize this, summarise this, the short version, a summary, quick summary, short summary
summary: brief summary, bullet points, the highlights, highlights, summarize it, summarise it, summary please
summary: in one sentence, in three sentences, the main facts, key facts, abstract, digest, outline, bottom line
link: link, the link, a link, url, where can i read it, where can i read the article, where is the article
link: read the article, full article, the full article, original article, link to the article, article link
link: send the article, full text, the full text, where can i read this, where to read it, show me the article
link: original, where do i read it, where can i find the article, where can i find it, link please, got a link
link: give me the link, do you have a link, original text, the original, address, where can i read the full article
link: send link, send me the link, web address, the url, the original article, source of the article
author: who wrote this, who wrote it, who wrote the article, who wrote this article, author, the author
author: who is the author, author of the article, by which journalist, which journalist, written by whom
author: written by who, who is the journalist, who authored, who is the writer, byline
author: who is the author of the article, who is the author of this article, writer, who is it written by
author: who was it written by, journalist, who authored this, who wrote that, the writer, who penned this
publisher: who published this, who published the article, who published it, who published this article, publisher
publisher: which newspaper, where was it published, where was this published, where was the article published
publisher: which site, what newspaper, what paper, which paper, what site, which website, what website
publisher: where is the article from, what publication, where is this article from, published by whom
publisher: published by who, published where, which publication, who is the publisher, what newspaper is this from
publisher: which newspaper is this from, which newspaper published it, the publisher
published: when was the article published, when was it published, when was this published, when was it written
published: publication date, date of the article, article date, when was this written, when was the article written
published: how old is the article, when was this article published, when did the article come out, published when
published: when did it come out, date of publication, what is the date of the article, how old is this article
published: when is the article from, when is this article from
title: title, the title, what is the title, headline, the headline, what is the headline, title of the article
title: what is the article called, name of the article, what is the title of the article, article title
"""

GENERIC: str = """
is are was were be been am do does did done has have had it its this that these those he she they him her his their
them we us i you me my your the a an of to in on at by for about with from as and or so then but exactly precisely
actually really there here say says said saying tell tells told telling state states stated claim claims claimed
declare declared announce announced announcement happen happened happens take takes took place made make makes speak
spoke speaking talk talked talking what which any all can could know mean quite even just statement statements
remark remarks comment comments thing things think also too still yet now ever post message news story article's
anything something person man guy bit
"""

FILLERS: str = """
please pls plz so well yes yeah no nah yep nope bruh lol fucking hell damn wait um uh ok okay hey oh bot mate man
dude bro guys everyone everybody all friend friends buddy sir the a my dear very much really lot again then just now
you your for to today selon robot there and but too also indeed that is it this was are one of such tell me do u any
idea anyone know actually like kindly honestly folks pal once more still im i am
"""

PRONOUNS: str = """
person: he, she, him, her, his, that man, this man, the man, this guy, that guy, the latter, hers
people: they, them, their, both, the two of them, these two, the two, each other
place: there, over there
matter: it, that, this, its, those, these, about it, about that
"""

COUNTERPART: str = """
and, what about, how about, and what about, and for, and with, and how about, or, and to, and in, but, and from
and according to, same for, the same for, and by, and of, and the, as for, and as for, and what of, what of, and did
same question for
"""

WHO_IS = "Who is {}?"
WHY = "Why?"

ARTICLE: str = """
article articles piece text story report news paper post writeup
"""

READING: str = """
released out come came read find see view look date dated recent old new website outlet source full whole complete
entire short give send show get lazy called named name cover covers point main long could would may might
"""

PUBLISHING: str = """
wrote write written writer author authored published publish publisher publication printed newspaper journalist
reporter site link url summarize summarise summary headline original byline topic subject title
"""

TEMPORAL: str = """
after before earlier later then following february
"""

YOU: str = """
you u ur your yours yourself ya
"""
