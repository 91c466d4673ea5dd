"""English utterances; the package docstring tells the format."""

COURTESY: str = """
greeting: hello, hi, hey, hiya, yo, howdy, hello there, hi there, hey there, good morning, good afternoon
greeting: good evening, greetings, morning, gm, sup, hey bot, nice to meet you, evening, heya, g'day, good day
greeting: salut, hallo, hullo, hi bot, yo wassup, what is good, oi, ello, ello mate, hey man, hey dude
greeting: top of the morning, good to see you, hola, aloha, heyo, hiii, hey hey, good day to you, wagwan, sup bot
greeting: hey buddy, gday, morning all, evening all, hi everyone, hello everyone, hello friend, hello bot
greeting: pleased to meet you, hi hi, bonjour, ahoy
wellbeing: how are you, how are you doing, how is it going, how do you do, what is up, whats up, how are things
wellbeing: you ok, how have you been, are you ok, how is life, how you doing, wassup, what are you doing
wellbeing: what is new, how r u, hru, how are you today, hows it going, how goes it, are you well, you good
wellbeing: how is your day, how is your day going, you alright, u ok, you ok hun, how are you feeling
wellbeing: hope you are well, how do you feel, what you up to, whatcha doing, how was your day, wyd
wellbeing: how is everything
thanks: thanks, thank you, thanks a lot, thank you very much, thank you so much, many thanks, thx, ty, tysm, cheers
thanks: tnx, thnx, much appreciated, appreciate it, i appreciate it, thanks a bunch, thanks a million
thanks: thanks for the info, thanks for the answer, thanks for your help, thank you for your help, thanks for that
thanks: thank u, thankyou, ta, thanks for the help, thanks for explaining, thanks for letting me know, grateful
thanks: much obliged, that helps, that helped, thank you for the information, thank you for your answer
thanks: thanks for clarifying, merci, thanks for answering, tyvm, cheers mate, thanks bud, thanks mate, thanks man
thanks: thanks bro, legend, you are a legend, you are a star, you are a lifesaver, lifesaver, bless you, bless
thanks: appreciated, nice one cheers, that was helpful, that is helpful, thats helpful, thanks that helps, thx a lot
thanks: ty so much, thank you kindly, thanks heaps, thanks again, big thanks, thank you bot, thanks bot, thanx
thanks: tanks, thks, gracias, danke, i owe you one, much love, thank you for the quick answer
thanks: thanks for the quick answer, thanks for your time, thank you for your time, thank you ever so much
thanks: very kind of you, that is kind, that is very kind
farewell: bye, goodbye, bye bye, good bye, see you, see ya, see you later, later, cya, good night, take care
farewell: farewell, ttyl, have a nice day, have a good day, have a good one, talk to you later, see you soon
farewell: see you tomorrow, gn, so long, nighty night, catch you later, until next time, peace out, i have to go
farewell: gotta go, g2g, brb, cheerio, night, laters, gotta run, got to go, got to run, i am off, off to bed
farewell: off i go, bye for now, night night, nighty, peace, over and out, that is all for now, that is all
farewell: see you around, see u, see u later, c u, cu, ttfn, ta ra, toodles, toodle pip, adios, hasta la vista
farewell: i am leaving, leaving now, i am done, have a great day, have a nice evening, have a good evening
farewell: have a lovely day, enjoy your day, enjoy your evening, good evening and goodbye, sleep well, sweet dreams
farewell: until tomorrow, till tomorrow, till next time, later gator, bye everyone, tata, sayonara, ciao, au revoir
farewell: goodnight
praise: good bot, great, nice, awesome, amazing, excellent, perfect, brilliant, well done, good job, nice one
praise: great job, nice work, good work, you are the best, you are great, you rock, i love you, love you, love it
praise: wonderful, fantastic, cool, very helpful, super helpful, so helpful, helpful, impressive, best bot, bravo
praise: clever, you are smart, you are awesome, you are amazing, great answer, good answer, sweet, superb, neat
praise: not bad, very useful, useful, lovely, great stuff, that is great, that is awesome, this is great, kudos
praise: congrats, congratulations, clever bot, smart bot, you are brilliant, nicely done, great bot, i like you
praise: i like this bot, very good, very nice, well explained, not bad for a bot, brilliant work, good stuff
praise: love this bot, spot on, sick, dope, based, goat, ace, top notch, so smart, genius, you are a genius, 10/10
praise: ten out of ten, bravo bot, outstanding, splendid, marvellous, marvelous, terrific, cracking job, good one
praise: nailed it, you nailed it, well played, props, respect, mad respect, lit, beautiful, excellent work
praise: fantastic job, amazing job, superb work, great work, you are good at this, you are good, you are very good
praise: you are so good, you are cool, you are the goat, you are very helpful, you are so helpful, you are useful
praise: you are very useful, this is awesome, this is amazing, this bot is great, this bot is awesome
praise: this bot rocks, i am impressed, impressed, wow great, wow nice, clear answer, clear and concise, concise
praise: very clear, very informative, informative, what a great bot, what a good bot, keep it up
praise: keep up the good work, proud of you, i like it, love that, loving it, good boy, cute, you are cute
praise: sweet bot, kudos to you, hats off, bang on, lovely job, tidy
insult: stupid, stupid bot, idiot, you idiot, dumb, dumb bot, bad bot, useless, useless bot, you are useless
insult: you suck, this sucks, it sucks, shut up, fuck you, fuck off, go to hell, go away, piss off, trash, garbage
insult: crap, bullshit, rubbish, moron, you are stupid, you are dumb, you are an idiot, worst bot, terrible
insult: you know nothing, waste of time, screw you, what a joke, pathetic, lame, damn you, wtf, you are wrong, liar
insult: asshole, bastard, shit, shitty bot, dumbass, stfu, you are the worst, hate you, i hate you, get lost
insult: silly bot, brainless, you are terrible, you are bad, worthless, you are trash, you are garbage
insult: piece of shit, piece of junk, piece of crap, junk, you are broken, loser, wanker, you understand nothing
insult: you do not understand anything, this bot is useless, awful, sucks, you suck ass, bloody useless
insult: useless piece of, useless thing, load of rubbish, what a load of rubbish, load of crap, tosser
insult: you absolute muppet, muppet, numpty, pillock, prat, git, dick, dickhead, prick, motherfucker, mf, fucker
insult: fucking useless, fucking idiot, fucking bot, fucking, fuck, damn bot, dumb as a brick, dumb as rocks
insult: dumb machine, dumb robot, stupid machine, stupid robot, stupid thing, stupid ass bot, brain dead, braindead
insult: imbecile, fool, you fool, dunce, dimwit, halfwit, ignorant, incompetent, you are incompetent, hopeless
insult: you are hopeless, waste of space, waste of electricity, waste of code, garbage bot, trash bot, crap bot
insult: shite, bollocks, bugger off, sod off, naff off, get stuffed, get bent, eat shit, blow me, kiss my ass
insult: bite me, up yours, nobody likes you, nobody asked, nobody asked you, who asked, worst bot ever, worst ever
insult: disappointing, you are disappointing, you are annoying, annoying, you are boring, boring, you are rubbish
insult: you are crap, you are shit, this is rubbish, this is crap, this is shit, this is useless, this is trash
insult: you stink, stinks, ugly, creep, scumbag, jerk, you jerk, weirdo, disgusting, you are a joke, a joke of a bot
insult: clueless, you are clueless, you have no clue, no clue, you know nothing at all, not helpful, unhelpful
insult: you are not helpful, you are no help, no help at all, no use, good for nothing, stfu bot, shut it
insult: shut your mouth, zip it, be quiet, you absolute, go to sleep, you melt, melon, donut, doughnut, plonker
insult: wally, daft, daft bot, thick, thick as, thicko, are you thick, are you stupid, are you dumb, are you daft
insult: are you an idiot, are you broken, are you kidding me bot, dumbo, airhead, bozo, buffoon, twit, nitwit
insult: blockhead, tin can, bucket of bolts, rust bucket, toaster, calculator, scrap metal, spam, spam bot, scam
insult: scam bot, fraud, phony, pos, pos bot, absolute garbage, absolute rubbish, absolute trash, absolute joke
insult: total garbage, total rubbish, total trash, total joke, utter garbage, utter rubbish, what garbage
insult: what rubbish, what trash, what a waste, what a waste of time, what a useless bot, what a stupid bot
insult: what a dumb bot, what a crap bot, you piece of, you are awful, you are horrible, you are pathetic, horrible
insult: horrible bot, awful bot, terrible bot, pathetic bot, lousy, lousy bot, crappy, crappy bot, sucky, suck it
insult: sucks to be you, blah, boo, booo
reaction: ok, okay, k, kk, okey, alright, all right, got it, i see, understood, fine, yes, yeah, yep, no, nope, nah
reaction: sure, lol, lmao, rofl, haha, hehe, xd, omg, wow, whoa, oh, ah, oops, hmm, huh, meh, ugh, funny
reaction: that is funny, so funny, interesting, that is interesting, sorry, my bad, never mind, nevermind, nothing
reaction: no problem, np, you are welcome, welcome, happy birthday, merry christmas, happy new year, good luck, test
reaction: testing, whatever, makes sense, fair enough, oh ok, oh i see, good to know, noted, too bad, pity, right
reaction: indeed, exactly, of course, roger, smh, damn, geez, yay, done, gotcha, okay got it, roger that, cool cool
reaction: oh wow, fair, hmm ok, alright then, ok then, okay then, ok cool, ok thanks, right then, well well
reaction: well then, i understand, understandable, that makes sense, i guess, i suppose, if you say so
reaction: whatever you say, oh really, oh dear, oh no, oh my, oh my god, my god, gosh, jesus, christ, holy shit
reaction: holy moly, holy cow, no kidding, you do not say, unreal, insane, crazy, wild, nuts, that is wild
reaction: that is crazy, that is insane, bummer, what a shame, shame, that is sad, great ok, k thx, aight, ight
reaction: ok boomer, idk, dunno, dont know, dont care, i do not care, idc, sorry about that, apologies, pardon
reaction: excuse me, oops sorry, no worries, anytime, np mate, all good, its ok, it is ok, that is ok, ok no problem
reaction: ok good, sounds good, perfect ok, very well, much better, happy easter, happy holidays, happy halloween
reaction: congrats to you, yup, ya, yas, nvm, ok whatever, meh ok, mkay, hm okay, aha, ahh, ohh, ooh, ah ok
reaction: ah i see, ah right, oh right, oh alright, oh cool, oh nice
bot: are you a bot, are you a robot, are you human, are you a human, are you real, are you ai, are you an ai
bot: are you chatgpt, who are you, what are you, what is your name, your name, are you a person
bot: are you a real person, am i talking to a bot, am i talking to a robot, am i talking to a human, is this a bot
bot: is anyone there, is anybody there, are you there, are you a machine, are you gpt, who r u, are you alive
bot: is this an ai, you a bot, u a bot, r u a bot, are u a bot, r u real, bot or human, human or bot, you are a bot
bot: am i talking to a person, am i speaking to a human, is there a human, you human, is this a real person
bot: are you sentient, am i talking to an ai, is this a robot, robot or human, are you artificial
bot: are you an artificial intelligence, is this automated, are you automated, are you just a bot
bot: are you just a machine, are you a real human, r u human, you chatgpt, u chatgpt, talking to a machine
bot: am i talking to a machine, what even are you, what are you exactly, what exactly are you, what model are you
bot: which model are you, which ai are you, what kind of bot are you, what sort of bot are you, are you gemini
bot: are you claude, are you gpt4, are you an llm, are you a language model, are you an actual person
bot: are you actually human, are you a living person, actual person, real person, real human, ai
bot: artificial intelligence, robot, chatbot, language model, llm, chatgpt, gpt, do you have feelings
bot: do you have a name, have you got a name, do you sleep, do you exist, are you conscious, are you self aware
bot: how old are you, where are you, where are you from, who am i speaking to, who dis, what r u, r u an ai
bot: r u a robot, r u a person, are you some kind of bot, are you some sort of bot, is it a bot, is that a bot, bot
bot: anyone home, hello is anyone there, anybody there, anyone there, you there, u there, a real person or a bot
bot: a bot or a human, a bot or a person
maker: who made you, who created you, who built you, who programmed you, who developed you, who is your creator
maker: your creator, who is your developer, who is your maker, who wrote you, who is behind you, who runs you
maker: who owns you, who designed you, who made this bot, who created this bot, who built this bot, who coded you
maker: who is your author, who do you work for, where do you come from, who controls you, who is behind this bot
maker: who is your owner, who operates you, who invented you, who trained you, who are your creators
maker: who is your master, who is your boss, who programmed this bot, who runs this bot, who built this thing
maker: who is your daddy, who coded this, who coded this bot, which company made you, what company made you
maker: who do you belong to, who is responsible for you, who is in charge of you, who is in charge
maker: who maintains you, who maintains this bot, who is running this, who is running you, who runs this
maker: who set you up, who put you here, who is the developer, who is the dev, who is your dev
maker: who developed this bot, who developed this, who created this, who made this, who designed this bot
maker: whose bot is this, whose bot are you, whose are you, who pays for you, who pays you, who feeds you
maker: are you made by openai, made by openai, are you from openai, did openai make you, who were you made by
maker: who were you created by, who were you built by, who were you developed by, by whom were you made
maker: by whom were you developed, made you, created you, built you, programmed you, coded you, developed you
maker: your maker, your owner, your developers, your makers, your boss, your master, your parents
maker: who are your developers, who are your parents, who is your mother, who is your father
help: help, help me, i need help, what can you do, what do you do, how do you work, how does this work
help: how does it work, what can i ask, what can i ask you, what are you for, how to use you, how do i use this
help: how to use this bot, commands, menu, what do you know, what can you tell me, how do i ask a question
help: instructions, what is this bot, what does this bot do, what are you good for, can you help me, please help
help: what should i ask, how do i use you, how can you help, how do you do this, what is your purpose
help: what is your job, what can you help with, what can you help me with, what are you able to do
help: what are your features, what are your capabilities, what is your function, how can i use you
help: how am i supposed to use this, how do i start, where do i start, what now, what do i do, what should i do
help: i am lost, i am confused, list of commands, show menu, show commands, help pls, help plz, halp, need help
help: can u help, can you help, assist me, guide me, tutorial, faq
praise: that is quick, that was quick, that is fast, that was fast, damn that is quick, damn that is fast, so quick
praise: so fast
praise: thats quick, thats fast, damn thats quick, damn thats fast, lightning fast, that speed, love this thing
praise: love this app, love this stuff, like this thing, i love this thing, i love this bot, cool thing, nice thing
insult: do not lie, dont lie, stop lying, sod right off
reaction: excuse me please, beg your pardon, i beg your pardon, my apologies, oh my days
bot: am i talking to a person or a machine, am i talking to a human, am i talking to a bot, am i talking to a machine
bot: am i talking to a person, a person or a machine, human or machine, human or bot, person or bot, is a human there
bot: is there a human there, is a human answering, is a person answering, am i chatting with a bot
maker: what genius made you, what idiot made you, which genius made you, which idiot made you, who cooked you up
maker: who came up with you, who coded you, who wrote you
greeting: hi again, hello again, good morning everyone, good evening everyone, good afternoon everyone, morning bot
greeting: afternoon, hey everyone, hey all, hello you, hi you, helo, hellooo, hllo, heya bot, hey hun, hiya bot
greeting: back again, i am back, it is me again, me again, long time no see, salutations, bonsoir, ciao bella
greeting: namaste, shalom
wellbeing: what up, whats up bot, what is happening, whats good, how is your evening, how is your morning
wellbeing: how is your week, how is the weather, how is it hanging, how are we, how are we today, how are you all
wellbeing: how are you feeling today, you doing ok, you doing well, everything ok, everything alright
wellbeing: did you sleep well, long day, hows life, hows you, how you been, are you awake, you awake, are you up
wellbeing: you up, are you busy, you busy, are you bored
thanks: thanks anyway, thanks for nothing, thanks for everything, thank you for everything, thanks all, thanks friend
thanks: thanks buddy, thanks pal, thanks dude, thanks fam, great thanks, ok thank you, cheers for that
thanks: cheers for the help, cheers for the info, cheers bot, nice thanks, cool thanks, perfect thanks, good thanks
thanks: lovely thanks, ta very much, ta muchly, ta love, thank you anyway, thank you that is very clear
thanks: that is all i wanted to know, that is what i wanted to know, that is what i needed, just what i needed
thanks: exactly what i needed, that answers my question, that answered my question, you answered my question
thanks: you helped me, you helped a lot, thats a big help, big help, great help, a great help, huge help
thanks: what would i do without you, i am grateful, so grateful, i am very grateful, thanku, thank yoy, thnks, thanls
thanks: tks, tx, thnaks, grazie, arigato, xie xie, obrigado
farewell: bye bot, bye then, bye now, ok bye, okay bye, alright bye, cya later, later bot, see you next time
farewell: see you next week, see you on monday, see you then, see ya around, catch ya later, have a good night
farewell: have a great evening, have a great night, have a great weekend, have a good weekend, have a nice weekend
farewell: enjoy your weekend, enjoy the rest of your day, good weekend, happy weekend, safe travels, sleep tight
farewell: rest well, good rest, signing off, logging off, im out, i am out, time to sleep, going to bed
farewell: going to sleep, off to sleep, time for bed, i must go, i have to run, i need to go, need to go, ok gotta go
farewell: got to dash, toodeloo, ta ta, ta ta for now, so long bot, farewell bot, be well, stay safe, keep well
farewell: best wishes, kind regards, best regards, regards, cheers bye, you too, same to you, to you too
praise: you are very kind, you are so kind, you are kind, you are nice, you are so nice, you are sweet
praise: you are so sweet, you are lovely, you are clever, you are so clever, you are so smart, you are a genius bot
praise: you are incredible, incredible, you are fantastic, you are wonderful, you are excellent, you are perfect
praise: you are funny, you are hilarious, you are fast, super fast, super, super bot, superb bot, top bot
praise: cool bot, awesome bot, amazing bot, nice bot, lovely bot, perfect bot, excellent bot, handy bot, handy
praise: very handy, that is handy, this is so useful, this is useful, this is very useful, this is so helpful
praise: this is very helpful, this is helpful, so useful, that is useful, this is cool, this is so cool, this is nice
praise: this is fun, this is brilliant, this is perfect, that is cool, that is so cool, that is nice, that is amazing
praise: that is brilliant, that is perfect, that is fantastic, that is impressive, so impressive, wow impressive
praise: great explanation, good explanation, clear explanation, perfect answer, excellent answer, nice answer
praise: awesome answer, good point, great point, great service, great tool, useful tool, nice tool, cool tool
praise: love this, i love it, i love this, i like you bot, i like this, like it, i am a fan, big fan, huge fan
praise: approved, gg, wp, w bot, massive w, big w, classy, champ
praise: you are a champ, you legend, absolute legend, legendary, you da best, u da best, u r the best
praise: ur the best, ur great, u rock, ur awesome, ur amazing, ur smart, ur cool, you did it, you did well
praise: you did great, well said, yes bot, yess, hooray, hurray, woohoo, woo, yippee, bingo, slay
praise: that is fire, chef kiss, crystal clear, clear as day, very accurate, on point, on the money
praise: couldnt be better, better than google, better than chatgpt, five stars, 5 stars, 10 out of 10, thumbs up
insult: you are lame, you are ugly, you are dumb as, u suck, u stupid, u dumb, ur dumb, ur stupid, ur useless
insult: ur trash, ur a joke, so dumb, so stupid, so bad, so useless, so lame, how dumb, how stupid, how useless
insult: too dumb, too stupid, dumbest bot, stupidest bot, dumbest thing, dumbest bot ever, complete garbage
insult: complete rubbish, complete trash, complete waste of time, such a waste, such rubbish, what a moron
insult: what an idiot, what a loser, what a failure, you are a failure, fail, epic fail, you failed, you fail
insult: you are nothing, nothing but trash, this bot is dumb, this bot is stupid, this bot is bad, this bot is trash
insult: this bot is garbage, this bot is crap, this bot is shit, this bot is rubbish, this bot is terrible
insult: this bot is awful, this bot is a joke, this bot sucks, that was useless, that is useless, that was rubbish
insult: that is rubbish, that is stupid, that is dumb, that sucks, this is stupid, this is dumb, this is bad
insult: this is terrible, this is awful, this is horrible, this is a joke, that is a joke, nonsense bot
insult: leave me alone, go away bot, go die, drop dead, burn in hell, bloody hell, bloody bot, bloody idiot
insult: shut the hell up, shut the fuck up, shut ya mouth, shut it bot, stop talking, stop it
insult: zzz, yawn, snore, snoozefest, cringe, mid, l bot, flop, wack, whack, bs, total bs, pure bs, utter bs
insult: bogus, kys, ffs, fml, bitch, suck my dick, cunt, twat, knobhead, bellend, arsehole
insult: jackass, dipshit, fuckwit, fuck this, fuck this bot, fuck this shit, screw this, screw this bot
insult: to hell with you, damn it, dammit, you make no sense, makes no sense, you do not get it, you dont get it
insult: you dont know anything, you know nothing jon snow, you got it wrong, you are lying, you lie, you liar
insult: fake bot
reaction: agreed, i agree, i agree with you, absolutely, definitely, totally, precisely, correct bot, certainly
reaction: surely, naturally, obviously, probably, possibly, perhaps, maybe, maybe so, mhm, mm, mmm, uh huh, uhuh
reaction: uh oh, okie, okie dokie, okey dokey, oki, okk, okayy, okays, kay, kkk, okie doke, right on, righto, right o
reaction: rightio, righty ho, very good then, good good, fine then, fine by me, works for me, sounds great
reaction: sounds fair, sounds right, deal, its a deal, done deal, copy, copy that, ten four, 10 4, aye aye, aye
reaction: yessir, yes sir, yes please, no thanks, no thank you, nah thanks, not now, maybe later, not really
reaction: not at all, never, no way, nope thanks, yeah yeah, yeah right, yea, yeh, yee, yeet, oui, si, sí
reaction: i know, i knew it, i thought so, thought so, told you so, called it, as expected, oh well, ah well, well ok
reaction: well okay, well then ok, well alright, oh man, oh boy, oh god, oh lord, good lord, good grief, goodness
reaction: my goodness, gosh darn, holy, blimey, crikey, bloody hell mate, strewth, wow ok, wow okay, woah, wowza
reaction: yikes, oof, ouch, eek, phew, sheesh, bruh, bruh moment, dang, aw, aww, awww, so sad, sad times
reaction: too bad so sad, rip, f in the chat, big oof, sorry bot, sorry mate, so sorry, im sorry, i am sorry
reaction: i am so sorry, my mistake, my fault, i apologise, i apologize, forgive me, pardon me, whoops, oopsie, woops
reaction: oopsies, wrong chat, wrong group, wrong window, wrong person, misclick, ignore me, ignore that
reaction: ignore this, disregard, forget it, forget about it, never mind then, dont worry, do not worry
reaction: dont worry about it, no prob, no probs, no problemo, no worries mate, not a problem, its fine, it is fine
reaction: thats fine, that is fine, its all good, its alright, it is alright, any time, my pleasure, pleasure
reaction: dont mention it, happy to help, glad to help, glad to hear it, glad to hear that, good to hear, hahaha
reaction: hahahaha, haha ok, haha yes, haha no, haha nice, lol ok, lol no, lol yes, lol what, lmao what, lmfao
reaction: rofl lol, roflmao, im dead, i am dead, dying, i cant, i cannot, i cant even, hilarious, thats hilarious
reaction: that is hilarious, too funny, very funny, thats so funny, that is so funny, made me laugh, you made me laugh
reaction: good joke, nice joke, good one haha, jk, just kidding, kidding, just joking, joking, merry xmas, happy xmas
reaction: happy christmas, happy new years, happy new year bot, happy thanksgiving, happy diwali, happy hanukkah
reaction: eid mubarak, ramadan mubarak, ramadan kareem, happy birthday bot, get well soon, get well, bon appetit
reaction: enjoy your meal, cheers everyone, good luck bot, good luck with that, best of luck, break a leg
reaction: fingers crossed, safe trip, have fun, stay strong, congratulations everyone, well deserved, welcome back
reaction: welcome to the club, welcome bot, fascinating, thats interesting, how interesting, very interesting, curious
reaction: weird, thats weird, that is weird, strange, odd, huh ok, huh interesting, hmm interesting, hmm okay, hm
reaction: hmmm, erm, er, um, umm, uhm, eh, meh whatever, whatevs, whatever then, who cares, i dont care, dont care lol
reaction: so what, big deal, no big deal, boohoo, i see now, i get it, i get it now, got it now, got you, gotchu
reaction: gotcha thanks, noted thanks, duly noted, received, seen, say no more, fair point, fair play
reaction: fair enough then, true that, facts, no cap
bot: anybody home, anyone at home, is anybody home, is anyone home, knock knock, hello anybody, are you still there
bot: you still there, still there, are you listening, you listening, can you hear me, are you online, you online
bot: are you alive or dead, are you working, you working, are you a real boy, are you a man or a woman
bot: are you male or female, are you a girl or a boy, are you a boy or a girl, how old r u, what is your age, your age
bot: where do you live, do you dream, do you love me, do you like me, do you eat, do you ever sleep
bot: do you have a soul, can you feel, can you think, do you think, is this chatgpt, is this gpt, is it chatgpt
bot: is this a chatbot, are you a chatbot, is this a machine, is this an ai bot, is this ai, is it ai, is that ai
bot: are you an ai bot, a real human, is this a human, is it a human, is it a person, is it a real person
bot: are you a human or a bot, are you a bot or a human, are you a robot or a human, are you human or robot
bot: are you human or a bot, are you a real bot, am i talking to ai, am i chatting with a human, who are you really
bot: who even are you, who the hell are you, who the fuck are you, what the hell are you, what the fuck are you
bot: whats ur name, what is ur name, whats ya name, ur name, got a name, do u have a name, tell me your name
bot: tell me about yourself, about you, introduce yourself, what should i call you, what do i call you
maker: who is ur creator, who made u, who built u, who created u, who coded u, who is ur maker, who is your mum
maker: who is your mom, who is your dad, who are ur parents, where were you made, when were you made
maker: when were you created, when were you born, how were you made, who gave birth to you, who brought you here
maker: who added you, who added this bot, who put this bot here, who set this bot up, who set this up
maker: who owns this bot, who owns this, which company owns you, which company built you, which company created you
maker: what company built you, what company created you, who wrote this bot, who wrote your code
greeting: pleased to meet you, glad to meet you, good to see you, great to see you, hey you, hi folks, hello folks
greeting: hey folks, hi team, hey buddy, hi buddy, hey man, hi mate, hey mate, ello, heya, hey hey, anyone there
greeting: anybody here, you there, are you there, i'm back, me again, it's me again
wellbeing: how's your day, how is your day going, how's life, how are things, how you been, how have you been
wellbeing: everything ok, you alright, you good, doing well, how do you feel
thanks: thanks for your help, thanks for the help, thank you for your help, thank you for the info
thanks: thank you for that, thanks for that, thanks for clarifying, thanks for explaining, thank you so very much
thanks: thanks again, big thanks, huge thanks, thanks mate, thanks buddy, thanks man, thanks bro, i owe you one
thanks: you saved me, you're a lifesaver, so kind of you, how kind, too kind, i appreciate that, really appreciate it
thanks: appreciated, danke, merci, gracias, tnx, thnx, thanx
praise: good answer, great answer, perfect answer, good stuff, top notch, spot on, clear and concise, very clear
praise: very useful, super useful, so useful, that's great, that's awesome, that is awesome, you did great
praise: you did well, keep it up, keep up the good work, fantastic, excellent, superb, marvellous, wonderful
praise: incredible, unreal, legend, you legend, what a legend, goat, ten out of ten, love this bot, love this
praise: i love it, i like it, pretty cool, pretty good, not bad, not too bad, no complaints, nailed it, slick, sick
praise: dope, lit
reaction: so so, so-so, bit meh, kinda meh, could be better, average, mediocre, seriously, really now, oh well
reaction: oh i see, oh right, ah right, ah ok, ah okay, i understand, understood, copy that, roger, roger that, noted
reaction: duly noted, whatever, never mind, nevermind, nvm, no worries, no problem, np, all good, it's fine
reaction: that's fine, my mistake, my apologies, apologies, i was joking, just kidding, jk, damn, wow, woah, blimey
reaction: gosh, yikes, ouch, phew, too bad, what a pity, what a shame, good to know, interesting, fair point
reaction: k thanks, righto, cool cool
insult: you are dumb, you are stupid, you're stupid, you're an idiot, you are an idiot, you're terrible, you're awful
insult: you're pathetic, pathetic, terrible bot, awful bot, bad bot, bot sucks, crap bot, crappy bot, lame, so lame
insult: bullshit, total bullshit, what bullshit, garbage, utter garbage, complete rubbish, waste of time
insult: total waste of time, shut it, shut your mouth, piss off, bugger off, sod off, f off, fuck off, go away
insult: leave me alone, liar, you liar, you're lying, you lie, clown, you clown, you know nothing
insult: you understand nothing, you're hopeless, hopeless, worthless, good for nothing, stop lying, you're annoying
insult: you annoy me, annoying bot
farewell: i'm leaving, i have to go, i must go, i need to go, off to bed, going to bed, sweet dreams, take it easy
farewell: peace out, laters, see you later, see you soon, see you tomorrow, see you around, until tomorrow
farewell: until then, have a great day, have a lovely day, have a good evening, have a nice evening
farewell: have a great weekend, enjoy your day, enjoy your evening, over and out, toodles, cheerio, farewell, adios
farewell: ciao, au revoir, all the best, best wishes
bot: are you smart, are you clever, are you intelligent, tell me a joke, tell a joke, tell us a joke, make me laugh
bot: sing a song, sing me a song, do you have feelings, do you eat, do you dream, what's your job, what is your job
bot: what's your role, what is your role, are you alive, are you mocking me, are you making fun of me
reaction: i'm bored, im bored, i am bored, so bored, i'm tired, i am tired, ikr, i know right
reaction: you're welcome, no need, my pleasure
thanks: thxx, thxxx, thankss, thnks, thnk u
"""

LANGUAGES: str = """
in english pls, english language, can we speak english, i speak english, eng, in english thanks, ukrainian, russian
french, switch to french, switch to russian, switch to ukrainian, other languages, other language, another language
in another language, do you know french, do you know russian, do you know ukrainian, parlez vous francais
set language to english, speak french, speak russian, speak ukrainian, can you speak french, can you speak russian
can you speak ukrainian, reply in french, reply in russian, reply in ukrainian, answer in french, answer in russian
answer in ukrainian, language, languages, change language, change the language, switch language, english, in english
english please, speak english, do you speak english, can you speak english, which languages do you speak
what languages do you speak, what language, in french, in russian, in ukrainian, switch to english
do you speak french, do you speak russian, do you speak ukrainian, answer in english, reply in english
language please, set language
"""

POINTING: str = """
truth: true, truth, real, legit, fake, false, correct, accurate, right, confirmed, confirm, fake news, fact, facts
truth: hoax, lie, for real, really, fr, seriously, sure, certain, wrong, fact check, factcheck, verified, verify
truth: check, legitimate, bs, bullshit, credible, reliable, made up, rumor, rumour, no way, cap, no cap, is that so
truth: srsly, debunked, misinformation, tru, is tru, troo, this true, that true, is dis true, for reals, deadass
truth: on god, ong, frfr, lies, a lie, a hoax, is this bs, bs or not, bs right, total bs, myth, propaganda
truth: clickbait, satire, the onion, nonsense, rubbish, no shit, u sure, you sure, are you sure, sure about that
truth: sure about this, can you confirm, can u confirm, can anyone confirm, pls confirm, please confirm
truth: confirm this, confirm that, can you verify, can u verify, pls verify, verify this, verify that, check this
truth: check that, check it, pls check, please check, can you check, can u check, double check, fact check this
truth: fact check that, fact check please, factcheck this, is that right, is this right, is that correct
truth: is this correct, is it correct, is that accurate, is this accurate, is that a fact, is this a fact
truth: is that legit, is this legit, is it legit, is it real, is this real, is that real, is this fake, is that fake
truth: is it fake, real or fake, fake or real, true or false, true or not, real talk, really though
truth: seriously though, are you serious, you serious, u serious, serious, srs, is he serious, is this for real
truth: is that for real, is it for real, you kidding, are you kidding, are you kidding me, kidding, joking
truth: you are joking, you must be joking, is this a joke, is that a joke, surely not, cannot be true
truth: can that be true, can this be true, could this be true, could that be true, did that happen, did this happen
truth: did that really happen, did this really happen, did it happen, did it really happen, is that what happened
truth: is this what happened, is it so, is that actually true, any truth, any truth to this, any truth to that
truth: any truth in this, truth or lie, trustworthy, believable, plausible, do you believe this
truth: should i believe this, can i believe this, can this be trusted, can i trust this, right or wrong, wrong innit
truth: innit, is that not wrong, proven, disproven, is this official, is it official, is it confirmed
truth: is this confirmed, is that confirmed, has this been confirmed, has that been confirmed, been confirmed
truth: hmm really, wait really, wait what, huh, pull the other one, yeah right, my arse, my ass
source: source, sources, src, proof, evidence, citation, citation needed, reference, references, says who, who says
source: who says so, where is it from, where is this from, where is that from, where does it come from
source: where did you get, according to whom, according to who, where does this come from, where does that come from
source: who claims, who claims that, link to source, who says that, who says this, who is saying
source: where did this come from, where did that come from, origin, sauce, receipts, where did you hear
source: where did you read, where did you see, any source, any sources, any proof, any evidence, got a source
source: got a source for that, got any proof, got proof, got evidence, source or it did not happen
source: pics or it did not happen, show me the source, show source, show sources, show proof, show me proof
source: show me the evidence, prove it, back that up, back it up, cite, cite your source, cite your sources
source: cite sources, who said so, who told you, who told you that, who told you this, who told u, how do you know
source: how do u know, how do you know that, how do you know this, how do we know this, how do we know that
source: based on what, on what basis, on what authority, where is the source, where is the proof
source: where is the evidence, where is that info from, where is this info from, where is this information from
source: where does this info come from, where does that info come from, where did that info come from
source: where did this info come from, where did u get that, where did u get this, where did you get that
source: where did you get this, where did you get it, where did you hear that, where did you hear this
source: where did you see that, where did you see this, where did you read that, where did you read this
source: where has this come from, where has that come from, where have you got that from, whence, says which source
source: reliable source, credible source, trusted source, a reliable source, is there a source
source: is there a source for this, is there a source for that, is there any proof, is there any evidence
source: is there proof, is there evidence, do you have a source, do you have a source for that
source: do you have a source for this, do you have any proof, do you have proof, do you have evidence
source: what is the source, whats the source, what is your source, what is the source for this
source: what is the source for that, what is the source of this, what source, which source, your source, ur source
source: who is the source, who is your source, who reported this, who reported that, who claimed that
source: who claimed this, who is claiming that, who is claiming this, who is saying this, who is saying that
source: who said this, who said that, who said it, says who exactly, origin of this, origin of that
truth: doubt, i doubt it, i doubt that, doubt it, doubtful, highly doubt that, sounds fake, sounds off, sus, sounds sus
truth: that real, u for real, you for real, this real, this legit, that legit, this accurate, this correct
"""

FACETS: str = """
explanation: i did not understand, i didn't understand, i don't understand, i do not understand, i don't get it
explanation: i didn't get it, i did not get that, i didn't get that
explanation: not clear, unclear, what do you mean, in plain words
explanation: what does it mean, what does that mean, meaning, explain, explain it, explain that, please explain
explanation: can you explain, could you explain, simpler, in simple words, i'm lost, i am lost, i don't follow
others: who else, anyone else, anybody else, someone else, somebody else, who else said that, who else said so
others: who else says that, who else says so, did anyone else say that, did anybody else say that, any others, others
others: did anyone else say anything, did anyone else comment, who else commented, who else spoke, and who else
others: who else talked about it, who else talked about that, who else mentioned it, other people, other reactions
others: any other reactions, anyone else on this, anyone else on that, what do others say, what did others say
speaker: who, who exactly, by whom, by who, whose words, which person, whose, said by whom, said by who, whose claim
speaker: whose words are, who was it, which official, who said that, who said this, who said it, whos saying that
speaker: whose idea, whose opinion, whose opinion is that, whose claim is that, whose words are these
speaker: whose words are those, whose words were those, whose quote, whose quote is that, whose quote is this
speaker: whose statement, whose statement is that, according to whom, according to who, which politician
speaker: who claimed that, who claims that, who told that, who told them that, who came up with that
speaker: who came out with that, who was speaking, who was saying that, who is talking, who is speaking
speaker: who is speaking here, who is talking here, by whom exactly, who specifically, who in particular, name names
speaker: attributed to whom, who is it attributed to, who is that attributed to, who is quoted, who made that claim
speaker: who made this claim, who made that statement, who made the statement, who confirmed that, who confirmed it
speaker: who announced it, who announced that, who thinks that, who believes that, who stated that
speaker: who declared that, who argued that
identity: who is he, who is she, who is that, who is this, who are they, who is it, who is this guy, who is that guy
identity: who is this person, who is that person, who is that man, who is this man, who he is, who was he, whos he
identity: whos that
venue: where, where exactly, in which place, in what place, in which city, what city, which city, which place
venue: what place, on which network, which network, on what network, on what platform, on which platform
venue: which platform, what platform, in which country, which country, at what event, at which event, whereabouts
venue: which location, location, what location, on what occasion, in what setting, what venue, which venue
venue: in what building, where was that, where was this, where was it, where did that happen, where was he
venue: where was she, where were they, where was he when he said that, where abouts, where at
venue: where exactly was that, from where, from which place, at what place, at which place, in which building
venue: in which room, in what room, in which forum, in what forum, through what medium, via what medium
venue: on what medium, on which medium, what medium, which medium, on which social network, on what social network
venue: which social network, what social network, on which site, on what site, which app, what app, on which app
venue: on what channel, on which channel, where did he post it, where did he post that, where did he write that
venue: where did he write it, where did he publish it, in what context, in which context, on what stage
venue: at which meeting, at what meeting, at a press conference, from what location, from which city
date: when, when exactly, on which day, what day, which day, what date, on what date, which date, the date
date: at what time, what time, what year, which year, in which year, since when, when was, how long ago
date: how recently, which month, what month, when was that, when was this, when was it, when did that happen
date: when did he say that, when exactly was that, at what point, at which point, what was the date
date: what day was that, what day was it, what day was this, which day was that, on what day, on what day was that
date: how long ago was that, how long ago was this, what time was it, what time was that, at which time, same day
date: the same day, was it the same day, was that the same day, before or after, timeline, timing, when roughly
date: roughly when, when abouts, as of when, date, dates, the day, the time, the year, was it recent
date: was that recent, was it recently, recently, before or after that, earlier or later
addressee: to whom, to who, who to, whom, said to whom, told whom, to which people, in front of whom, who did he
addressee: who did she, who did they, who was she, who were they, addressed to whom, whom did he, who was that
addressee: with whom, who was it addressed to, who was it for, who was it said to, who was he talking to
addressee: who was listening, to what audience, who heard, whom to, talking to whom, with who, who with, before whom
addressee: who was he speaking to, who was she speaking to, who were they speaking to, who was he addressing
addressee: who was it directed at, directed at whom, directed to whom, aimed at whom, aimed at who
addressee: who was it aimed at, who was that aimed at, who was that for, who did he tell, who did she tell
addressee: who did they tell, who did he tell that to, who did he tell it to, who did he say this to
addressee: who did he say it to, who did she say that to, who did they say that to, who did he say that in front of
addressee: in front of who, to which audience, what audience, which audience, who was the audience, the audience
addressee: to what people, to which journalists, to whom exactly, to whom was that, to whom was it, to whom did he
addressee: to whom did he say that, to whom did she, to whom did they, told to whom, told to who, said to who
addressee: said it to whom, said it to who, said that to whom, said that to who, speaking to whom, speaking to who
addressee: talking to who, telling whom, telling who, who heard that, who heard it, who was there, who was present
addressee: he told who, he told whom, him telling who
outlet: source, sources, the source, how do we know, who told us, through what channel, which channel, through whom
outlet: via whom, which outlet, what outlet, which media, what media, which newspaper, which agency, what agency
outlet: who reported, who reports, who relayed, who relays, reported by whom, reported by who, which news agency
outlet: through which outlet, what channel, who published, which news outlet, what news outlet, who quoted
outlet: who quotes, who carried, according to which outlet, reported by, relayed by, which source, what source
outlet: who broke, who covered, which press, reported, relayed, relays, reports, report, outlet, agency
outlet: quoted by whom, quoted by who, cited by whom, who cited, who is the source, what is the source
outlet: whats the source, which sources, what sources, source please, source pls, your source, any source
outlet: where is that from, where is this from, where did that come from, where does that come from
outlet: where does this come from, where did you get that, where did you get this, how do you know
outlet: how do you know that, how do you know this, how do we know that, how do we know this
outlet: according to which source, according to what source, according to which agency, according to what outlet
outlet: reported where, reported by which outlet, reported by which agency, reported by what outlet
outlet: which agency reported it, which agency reported that, which outlet reported it, which outlet reported that
outlet: which outlet reported this, which media reported it, which media reported that, who reported that
outlet: who reported it, who reported this, who broke the story, who broke the news, who broke that
outlet: who carried that, who covered it, who picked it up, who relayed that, who relayed it, who relayed this
outlet: who passed it on, who is reporting that, who is reporting this, who is reporting it, who published that
outlet: who published it, via who, via which outlet, via which agency, via what, via which channel, via what channel
outlet: through who, through which agency, through which channel, through what agency, through what outlet
outlet: by which outlet, by which agency, by what outlet, which press agency, which wire, which wire service
outlet: wire service, news agency, news source, what is the news source, the origin, who told the press
outlet: who told the media, who do we have that from, says which outlet, says which agency, says which media
outlet: which tv channel, which network reported it, which network reported that, what network reported it
outlet: was it reported by, citing whom, citing who, citing what, where was it reported, where was that reported
outlet: who says he said that
quote: their own words, a summary, summarized, summarised, quote or paraphrase, verbatim, word for word, exact words
quote: his words, her words, their words, in those words, those words, these words, own words, quote, a quote
quote: quotes, quoted, direct quote, exact quote, literally, the exact words, in his own words, quotation
quote: a quotation, paraphrase, a paraphrase, paraphrased, actual words, exact phrase, exact wording, wording
quote: his exact words, those exact words, precise words, literal, in quotation marks, quotation marks, exactly that
quote: like that, said exactly, say exactly, exactly say, exactly said, what words, which words, put it like that
quote: phrase it like that, is that a quote, is it a quote, was that a quote, is this a quote
quote: is that a direct quote, is it a direct quote, is that verbatim, is it verbatim, is that word for word
quote: is it word for word, is that exactly, exactly like that, exactly those words, exactly these words
quote: exactly in those words, in these words, in these exact words, in those exact words, in so many words
quote: literal quote, a quote or a paraphrase, paraphrase or quote, is that a paraphrase, is it paraphrased
quote: is that paraphrased, is it quoted, is that quoted, is he quoted, was he quoted, quoted directly
quote: directly quoted, quote him, quote her, quote me, quote that, quote it, give me the quote, give the quote
quote: give me the exact quote, the exact quote, exact words please, the actual quote, actual quote, the quote
quote: the quote please, what is the quote, what is the exact quote, what was the quote, what were the exact words
quote: what were his exact words, what are the exact words, what are his exact words, what exactly did he say
quote: what did he say exactly, what exactly was said, his actual words, the actual words, actual wording
quote: the actual wording, the exact wording, exact phrasing, phrasing, the phrasing, how did he put it
quote: how did he phrase it, how did he word it, how exactly did he put it, is that how he put it
quote: is that how he said it, is that what he said, is that exactly what he said, is that literally what he said
quote: did he literally say that, did he really say that, did he actually say that, did he say exactly that
quote: did he say it like that, did he say that exactly, did he say that word for word, did he say that verbatim
quote: did he put it that way, did he put it like that, did he use those words, did he use these words
quote: did he use that word, did he use those exact words, used those words, use those words, use that phrase
quote: that phrase, those very words, these very words, very words, in his words, in her words, in their words
quote: his own words, her own words, word by word, to the letter, letter for letter, inverted commas, in quotes
quote: in inverted commas, between quotes, summarised or quoted, summarized or quoted, summary or quote
quote: the articles words, the articles wording, the journalists words, the journalists wording, reported speech
quote: direct speech, is it direct speech, is that direct speech, is that how it was worded
quote: is that how he worded it, his literal words, her literal words, the literal words, literal words
quote: exactly as he said it, exactly as said, as is, is it his wording, his wording, is it his words
quote: is that his words, are those his words, are these his words, are those the exact words
quote: are these the exact words, those his words, these his words, in quotation, put in quotes, a verbatim quote
quote: verbatim quote, word for word quote, an exact quote, an actual quote, exact quote or paraphrase
quote: is that an exact quote, is that a real quote, a real quote, real quote
reason: why, how come, for what reason, what for, the reason, what reason, reason, why so, why is that, reasons
reason: but why, what is the reason, what was the reason, on what grounds, what is the cause, because of what
reason: why though, but why tho, why tho, why that, why this, why is this, why was that, why did he
reason: why did he say that, why did she, why did they, why would he, why would he say that, why would they
reason: why does he, why does he say that, why does he think so, why does he think that, why do they
reason: why do they think that, what is the reason for that, what is the reason for this, the reason for that
reason: any reason, any reason given, any reason why, any reasons, did he say why, did they say why, does he say why
reason: does it say why, did he explain why, does he explain why, does he explain, did he explain
reason: does he give a reason, did he give a reason, does he give any reason, did he give any reason
reason: do they give a reason, did they give a reason, is a reason given, is there a reason, is there a reason given
reason: is any reason given, what reason did he give, what reasons, what reasons did he give, on what ground
reason: on which grounds, with what justification, justification, what is the justification, justify, rationale
reason: what is the rationale, the rationale, motive, motives, what is the motive, what was the motive, motivation
reason: what was the motivation, what made him, what made him say that, what made them, what led to that
reason: what led to this, what caused that, what caused it, cause, how so, because, because of what exactly
reason: because why, for what purpose, what purpose, to what end, what is the point, what for exactly, wherefore
reason: y tho, y so, explain why
more: is that all, that is all, that all, and else, besides that, apart from that, aside from that, more
more: tell me more, more details, details, more info, more information, anything else, what else, elaborate, go on
more: continue, expand, can you elaborate, explain, further, and then, then what, what then, any details, detail
more: more on that, what happened next, in detail, and after that, keep going, say more, something else, next
more: is that it, that is it, is that all he said, is that everything, anything more, any more, any more on that
more: any more on this, any more details, any more info, any further details, further details, further information
more: so what else, and what else, whats more, what more, more please, more pls, more info please, more on this
more: more about that, more about this, tell me more about that, tell me more about it, more context, some more
more: a bit more, give me more, give me more details, give me details, can you tell me more
more: can you give me more details, can you say more, could you elaborate, please elaborate, elaborate please
more: elaborate on that, expand on that, expand on this, go deeper, deeper, in more detail, more detail
more: with more detail, carry on, please continue, continue please, go on then, go on please, do go on, and so
more: and so on, what came next, what came after, what came after that, what followed, what happened then
more: what happened after, what happened after that, what then happened, next please, next one, the rest
more: the rest of it, what about the rest, and the rest, other details, other info, other stuff, what other things
more: anything to add, additional info, additional details, additionally, besides, apart from that what
more: other than that, aside from this, beyond that, on top of that, tell me something else, something more
more: anything else on this, anything else on that, anything else about it, anything else about that
more: anything else to it, is there anything else, is there more, is there any more, is there more to it, more to it
more: there more, any other details, any other info, keep talking, talk more, and that is it, and that is all
more: what is more, gimme more, want more, i want more, i want to know more, more details please, details please
more: full details, the details, what are the details, fill me in
else: else did he say, else did she say, else did they say, else he said, else does he say, what else did he say
else: else has he said, anything else he said, what else he said, did he add, did he say anything else
else: he say anything else, he add anything, what else did she say, what else did they say, what else does he say
else: say anything else, else did he, said else, else, what else was said, what else has he said
else: what else is he saying, what else did he mention, what else did he add, what else did he claim
else: what else did he announce, what else did he tell them, did he mention anything else, did he add anything
else: did he add anything else, did he add something, did he say more, did he say anything more
else: did he say something else, did he say anything else about it, did he say anything else on that
else: anything else from him, anything else from her, anything else from them, anything more from him, more from him
else: more from her, more from them, more quotes, other quotes, another quote, any other quotes, other statements
else: any other statements, his other statements, what other statements, what other things did he say
else: what more did he say, what more does he say, what more did he add, and what else did he say, and he also said
else: he also said, also said, he said what else, he said anything else, has he said anything else, has he said more
else: does he say anything else, does he say more, does he add anything, said anything else, rest of his statement
else: the rest of his statement, rest of what he said, the rest of what he said
addressee: who was the message for, who was that message for, who is the message for, who is it for, who is that for
addressee: for who, for whom, who for, who was it meant for, who was that meant for, who was it intended for
reason: what makes him think that, what makes him say that, what makes her say that, what makes them think that
reason: what makes them say that, what makes him so sure, why the change, why did that happen, why is that so
else: what else from him, what else from her, what else from them, keep going what else from him
speaker: says who, who says so, who said so, whose claim is that, who called it that, who put it like that
others: who agrees with him, who agrees with her, who agrees with that, who agrees, who backs him, who backed him
others: who supports him, did anyone back him, did anyone agree, does anyone agree, does anyone agree with him
others: who else agrees, anyone else agree, any reaction, any reactions, how did others react
explanation: what does he mean, what did he mean, what does she mean, what did they mean, meaning what
explanation: what does he mean by that, what is that supposed to mean
identity: his name, her name, what's his name, what is his name, what's her name
identity: what is her name, what is he called, and his name, whats his name
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
subject: what is your article about, what is this thing about, what is this article on, about what exactly
subject: what happened, what is going on, what is happening, what is this on about, what is it on about
subject: what are we looking at, so what is this about, what is the gist of it, whats the deal, what is the deal
subject: what is the article all about, what is the whole thing about, what does it cover, what topic, which topic
subject: what is the context, give me the context, context, give me some context, context please, what am i reading
subject: what is this piece on, what does the piece say, what does the text say, what does the story say
subject: what does this article say, what does this say, what did the article say
summary: summary, summarize, summarise, sum up, sum it up, tldr, tl dr, tl, in short, in brief, brief, key points
summary: main points, give me a summary, summary of the article, summarize the article, summarise the article
summary: short version, gist, the gist, in a nutshell, overview, recap, synopsis, main idea, key takeaways
summary: takeaways, summarize this, summarise this, the short version, a summary, quick summary, short summary
summary: brief summary, bullet points, the highlights, highlights, summarize it, summarise it, summary please
summary: in one sentence, in three sentences, the main facts, key facts, abstract, digest, outline, bottom line
summary: give me the gist, too long, too long did not read, too long summarize, sum it up for me, can you sum it up
summary: tl dr pls, tldr please, just the summary, quick recap, recap please, quick rundown, rundown, the rundown
summary: give me the rundown, short and sweet, keep it short, long story short, cliff notes, cliffsnotes
summary: the short of it, boil it down, condense, condense it, shorten it, in two sentences, in a few words
summary: in few words, in one line, in a sentence, in a few sentences, elevator pitch, main takeaway, the takeaway
summary: key message, main message, essence, the essence, crux, the crux, what should i know, what do i need to know
summary: what do i need to know about the article, essentials, the essentials, summary of this, summary of it
summary: article summary, summarise the text, summarize the text, summarize that, summarise that
summary: summarize the whole thing, brief me, quick summary please, a brief overview, brief overview
summary: the big picture, most important points, important points, what are the main points, what are the key points
summary: what is the main point, main point, the main points, tell me in short, explain briefly, briefly, eli5
link: link, the link, a link, url, where can i read it, where can i read the article, where is the article
link: read the article, full article, the full article, original article, link to the article, article link
link: send the article, full text, the full text, where can i read this, where to read it, show me the article
link: original, where do i read it, where can i find the article, where can i find it, link please, got a link
link: give me the link, do you have a link, original text, the original, address, where can i read the full article
link: send link, send me the link, web address, the url, the original article, source of the article
link: where do i read the full thing, got the link, drop the link, gimme the link, any link, url please, link pls
link: link plz, source link, where is the link, where is the original, where is the original article
link: where can i see the article, where can i see the original, can i read it, can i read the article
link: can i have the link, can i get the link, can i get a link, could you share the link, share the link
link: share link, post the link, paste the link, link me, link to it, link to full article, hyperlink, full version
link: the full version, full story, the full story, whole article, the whole article, entire article
link: the entire article, whole text, the whole text, complete article, the complete article, complete text
link: the complete text, read it in full, read the full article, read the whole article, where to read
link: where to find it, where to find the article, where do i find it, where do i find the article
link: where is it published, can you send me the article, send me the article, send it to me, show me the original
link: show me the text, show me the full text, the article itself, article itself, the actual article
link: actual article, web link, website link, address of the article
author: who wrote this, who wrote it, who wrote the article, who wrote this article, author, the author
author: who is the author, author of the article, by which journalist, which journalist, written by whom
author: written by who, who is the journalist, who authored, who is the writer, byline
author: who is the author of the article, who is the author of this article, writer, who is it written by
author: who was it written by, journalist, who authored this, who wrote that, the writer, who penned this
author: whos the author, who penned this piece, who wrote this piece, who wrote this story, who wrote this thing
author: who wrote this crap, who wrote this text, who wrote the text, who wrote the story, which reporter
author: which reporter wrote this, which journalist wrote this, which journalist wrote it, what journalist
author: what journalist wrote this, name of the author, name of the journalist, the name of the author, authors name
author: author name, author please, whose article is this, whose article, whose piece is this, who did this article
author: who is behind this article, who is behind the article, who reported this article, who is the reporter
author: reporter, the reporter, the journalist, who is the correspondent, by who is this, who is this by
author: who is it by, who is the article by, who signed it, who signed this, who signed the article, who is credited
author: who came up with this article, author of this, the author of this article, the articles author
author: is there a byline, who is the byline
publisher: who published this, who published the article, who published it, who published this article, publisher
publisher: which newspaper, where was it published, where was this published, where was the article published
publisher: which site, what newspaper, what paper, which paper, what site, which website, what website
publisher: where is the article from, what publication, where is this article from, published by whom
publisher: published by who, published where, which publication, who is the publisher, what newspaper is this from
publisher: which newspaper is this from, which newspaper published it, the publisher, which paper published it
publisher: which paper published this, what outlet is this from, which outlet is this from
publisher: which outlet published this, which outlet published it, which outlet published the article
publisher: what site is this, what site is this from, which site is this from, what website is this from
publisher: which website is this from, what paper is this from, which paper is this from, which media published this
publisher: which media published it, what media published this, where did this article come from
publisher: where did the article come from, where does the article come from, where does this article come from
publisher: where is it from, where was this article published, in which newspaper, in what newspaper, in which paper
publisher: in which outlet, in which publication, who put this out, who released this, who ran this
publisher: who ran the story, who ran this story, name of the newspaper, name of the paper, name of the outlet
publisher: name of the publication, what magazine, which magazine, news outlet, which newspaper is it
publisher: what newspaper is it, which newspaper is this, what newspaper is this, published in, appeared in
publisher: where did it appear, where did this appear, where did the article appear
published: when was the article published, when was it published, when was this published, when was it written
published: publication date, date of the article, article date, when was this written, when was the article written
published: how old is the article, when was this article published, when did the article come out, published when
published: when did it come out, date of publication, what is the date of the article, how old is this article
published: when is the article from, when is this article from, how old is it, is this recent, is it recent
published: is the article recent, is this article recent, recent, is this old, is this old news, is this new
published: how recent is this, how recent is it, how recent is the article, how new is this, is this up to date
published: is it up to date, up to date, what is the publication date, what is the date on this
published: what date was it published, what date was this published, on what date was it published
published: on which date was it published, what day was it published, what day was this published, published on
published: when did this article come out, when did this come out, when was that published, when was it posted
published: when was this posted, when was it released, when did they publish it, when did they publish this
published: when was this article written, date published, the date of publication, article from when
published: from when is the article, from when is this article, from when is this, what year is this from
published: what year is the article from, todays article, is this from today, is it from today, is this today
title: title, the title, what is the title, headline, the headline, what is the headline, title of the article
title: what is the article called, name of the article, what is the title of the article, article title
title: what is it called, what is the headline of the article, headline please, title please
title: what is the articles title, what is the name of the article, what is this article called
title: name of this article
summary: short version, the short version, short version please, short version pls, cant be arsed reading it
summary: cant be arsed reading, cant be arsed to read it, can not be arsed reading it, cant be bothered reading it
summary: cant be bothered reading, cant be bothered to read it, too lazy to read, too lazy to read it, too long to read
summary: i am too lazy to read, quick version, quick summary, the quick version, in a nutshell, nutshell version
summary: just the main points, just the gist, give me the gist, the gist please, cliff notes, cliffs notes, cliffnotes
link: got a link to the original, got a link, got the link, got a link to the article, got a link mate
link: have you got a link
link: got a link to it, link to the original, link to the full article, link to the full thing, got the url, got a url
publisher: which outlet published this news, what outlet published this, which newspaper published this news
publisher: which media published this, what media published this, which media outlet published this
"""

OPINION: str = """
do you think, you think, do you reckon, you reckon, do you believe, you believe, your opinion, your view, your views
your take, your thoughts, your position, your stance, your side, are you for, are you against, are you pro, do you like
do you support, you support, do you prefer, you prefer, do you agree, you agree, do you hate, you hate, do you side with
you side with, are you on, side are you on, do you favour, do you favor, do you trust, would you vote, do you vote
you rooting for, are you with, what would you do, do you feel about, how do you feel, your favourite, your favorite
whose side do you, do you sympathise, do you sympathize
"""

JUDGEMENT: str = """
right wrong won win wins winning winner lost loses losing loser lying lies liar guilty blame fault correct mistaken
"""

GENERIC: str = """
tweeted tweet tweets posted blurted uttered mentioned mention mentions voiced put phrased worded spoken reckon
reckons think thinks thought believe believes means meant dude bloke fella fellow chap lad gentleman lady woman
politician official dem dat dis ya'll himself herself themselves itself which was okay thats whats hes shes theyre
theres im ive didnt doesnt dont isnt wasnt arent wont cant couldnt specifically approximately roughly precisely
supposedly apparently allegedly basically like such one ones way part bits bit info information claim's words word
line thing stuff is are were be been am do does did done has have had it its this that these those he she they him
her his their them we us i you me my your the a an of to in on at by for about with from as and or so then but
exactly actually really there here say says said saying tell tells told telling state states stated claim claims
claimed declare declared announce announced announcement happen happened happens take takes took place made make
makes speak spoke speaking talk talked talking what any all can could know mean quite even just statement statements
remark remarks comment comments things also too still yet now ever post message news story article's anything
something person man guy
"""

FILLERS: str = """
haha lol omg tho though innit lmao man bruv fam luv love hun babe sis boss chief pal guv ay aye erm hm right ok good
sorry excuse please thanks thank hello hi hey yo pls plz so well yes yeah no nah yep nope bruh fucking hell damn
wait um uh okay oh bot mate dude bro guys everyone everybody all friend friends buddy sir the a my dear very much
really lot again then just now you your for to today selon robot there and but too also indeed that is it this was
are one of such tell me do u any idea anyone know actually like kindly honestly folks once more still im i am
"""

PRONOUNS: str = """
person: he, she, him, her, his, that man, this man, the man, this guy, that guy, the latter, hers
people: they, them, their, both, the two of them, these two, the two, each other
place: there, over there
matter: it, that, this, its, those, these, about it, about that
"""

FEMININE: str = "she her hers herself"

MASCULINE: str = "he him his himself"

RESPONDING: str = """
agree agrees agreed disagree disagrees approve approves approved answer answers answered reply replies replied respond
responds responded response react reacts reacted reaction object objects objected comment commented
"""

COUNTERPART: str = """
what about with, and what about with, how about with, and how about with, and what did, what did, and how did
same for, and same for, same question about, the same about, and about, and on, and at, and then, ok and
ok what about, but what about, okay and, and is, and does, and has, and was, now, so what about, so and, and
what about, how about, and what about, and for, and with, and how about, or, and to, and in, but, and from
and according to, the same for, and by, and of, and the, as for, and as for, and what of, what of, and did
same question for
"""

WHO_IS = "Who is {}?"

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

ADDRESSING: str = """
to before
"""
