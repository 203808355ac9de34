/** Endings of Russian and Belarusian nouns and adjectives in all their cases. */
const HARD = '(?:а|у|ом|ам|е|ы|ов|аў|ами|амі|ах)?';
const SOFT = '(?:ь|я|ю|ем|ём|ам|е|и|і|ей|ёў|яў|ям|ями|ямі|ях)?';
const FEM = '(?:а|ы|у|е|ой|ай|ам|ами|амі|ах)?';
const ADJ = '(?:ый|ого|ому|ым|ом|ых|ыми|ыя|ага|аму|ымі|ая|ую|ой|ай|ое|ае|ые|ий|его|ие|их|ими|і|іх|ім|імі)';
const ROUBLES = `(?:рубл${SOFT}|руб\\.?)`;

/**
 * What a number may be a number of. For each unit: its name here; words, in small letters, parted by commas, with `>` where the
 * first word ends and what follows it begins (a space there is any space); signs, as they are written, parted by spaces.
 * The first that fits counts, so what has more words stands before what has fewer.
 */
export const UNIT_WORDS = [
  [
    'point',
    `percentage> points?, p>\\.p\\., процентн${ADJ}> пункт${HARD}, працэнтн${ADJ}> пункт${HARD}, п>\\. ?п\\.?`,
    'pp',
  ],
  ['basis-point', `basis> points?, базисн${ADJ}> пункт${HARD}`, 'bps? бп'],
  [
    'percent',
    `per>(?: |-)cent, percent, pct>\\.?, процент${HARD}, процентн${ADJ}, працэнт${HARD}, працэнтн${ADJ}`,
    '[%％٪]',
  ],
  ['permille', 'per> mille, промилле', '‰'],
  [
    'RUB',
    `russian> r(?:ou|u)bles?, российск${ADJ}> ${ROUBLES}, расійск${ADJ}> ${ROUBLES}, росс?>\\. ${ROUBLES}`,
    'RUB RUR ₽',
  ],
  [
    'BYN',
    `belarus(?:ian)?> r(?:ou|u)bles?, белорусск${ADJ}> ${ROUBLES}, беларуск${ADJ}> ${ROUBLES}, бел>\\. ${ROUBLES}`,
    'BYN BYR Br',
  ],
  ['rouble', `r(?:ou|u)bles?, рубл${SOFT}, руб>\\.?`, ''],
  [
    'USD',
    `us> dollars?, u>\\.s\\. dollars?, dollars?, доллар${HARD}>(?: сша)?, долар${HARD}>(?: зша)?, долл>\\.?(?: сша)?`,
    'USD US\\$ \\$',
  ],
  ['EUR', 'euros?, евро, еўра', 'EUR €'],
  ['CNY', `yuan, renminbi, юан${SOFT}`, 'CNY RMB CN¥'],
  ['GBP', `pounds?> sterling, фунт${HARD}> стерлингов`, 'GBP £'],
  ['KZT', 'tenge, тенге, тэнге', 'KZT ₸'],
  ['UAH', 'hryvnias?, грив(?:на|ны|ну|ен|ень)', 'UAH ₴'],
  ['PLN', 'zloty(?:s|ch)?, złotych, злот(?:ый|ого|ых)', 'PLN zł'],
  ['JPY', 'yen, иен(?:а|ы)?', 'JPY ¥'],
  ['tonne-kilometre', `tonne>-kilomet(?:re|er)s?, тонно>-километр${HARD}`, 'т[·-]км'],
  ['tonne', `metric> ton(?:ne)?s?, tonnes?, tons?, тонн${FEM}, тон${FEM}`, 't т(?!\\.\\s?[епд])\\.?'],
  ['kilogram', `kilogram(?:me)?s?, килограмм${HARD}, кілаграм${HARD}`, 'kg кг'],
  ['gram', `gram(?:me)?s?, грамм${HARD}`, ''],
  [
    'square-kilometre',
    `square> kilomet(?:re|er)s?, sq>\\.? ?km, кв>\\.? ?км, квадратн${ADJ}> километр${HARD}, квадратн${ADJ}> кіламетр${HARD}`,
    'km[²2] км[²2]',
  ],
  [
    'square-metre',
    `square> met(?:re|er)s?, sq>\\.? ?m, кв>\\.? ?м(?:етр${HARD})?, квадратн${ADJ}> метр${HARD}`,
    'm[²2] м[²2]',
  ],
  [
    'cubic-metre',
    `cubic> met(?:re|er)s?, cu>\\.? ?m, куб>\\.? ?м(?:етр${HARD})?, кубическ${ADJ}> метр${HARD}, кубометр${HARD}, кубаметр${HARD}`,
    'm[³3] м[³3]',
  ],
  [
    'kilometre-per-hour',
    `kilomet(?:re|er)s?> (?:per|an) hour, километр${HARD}> в час, кіламетр${HARD}> (?:у|за) гадзіну`,
    'km/h kph км/ч',
  ],
  ['kilometre', `kilomet(?:re|er)s?, километр${HARD}, кіламетр${HARD}`, 'km км'],
  ['centimetre', `centimet(?:re|er)s?, сантиметр${HARD}`, 'cm см(?!\\.)'],
  ['millimetre', `millimet(?:re|er)s?, миллиметр${HARD}`, 'mm мм'],
  ['metre', `met(?:re|er)s?, метр${HARD}`, 'm м'],
  ['mile', 'miles?, мил(?:я|и|ь|ю)', ''],
  ['hectare', `hectares?, гектар${HARD}`, 'ha га'],
  ['barrel', `barrels?, баррел${SOFT}`, 'bbl'],
  ['litre', `lit(?:re|er)s?, литр${HARD}, літр${HARD}`, 'л'],
  ['kilowatt-hour', `kilowatt>(?: |-)hours?, киловатт>-час${HARD}`, 'kWh кВт[·⋅*-]?ч'],
  ['megawatt-hour', `megawatt>(?: |-)hours?, мегаватт>-час${HARD}`, 'MWh МВт[·⋅*-]?ч'],
  ['kilowatt', `kilowatts?, киловатт${HARD}`, 'kW кВт'],
  ['megawatt', `megawatts?, мегаватт${HARD}`, 'MW МВт'],
  ['gigawatt', `gigawatts?, гигаватт${HARD}`, 'GW ГВт'],
  ['degree', `degrees?>(?: celsius)?, градус${HARD}`, '°[CС]? °[\\u00a0\\u202f][CС]'],
  ['times', 'times, fold, раз(?:а|ы|оў)?', '[x×х]'],
  ['year', `years?, год(?:а|у|ом|ам|ы|оў|ами|амі|ах)?, лет, летн${ADJ}`, ''],
  ['month', 'months?, месяц(?:а|у|ем|е|ы|ев|ам|ами|ах|аў|амі)?', ''],
  ['week', `weeks?, недел${SOFT}, тыд(?:зень|ні|няў)`, ''],
  ['day', 'days?, дн(?:я|ю|ём|ем|е|и|ей|ям|ями|ях|і|яў), день, дзень, дзён, сут(?:ки|ок|кам|ках)', ''],
  ['hour', `hours?, час${HARD}, гадзін${FEM}`, 'h ч'],
  ['minute', `minutes?, минут${FEM}, хвілін${FEM}`, 'min мин\\.?'],
] as const;
