import { expect, it } from 'vitest';
import { detectLanguage } from './language';

it.each([
  ['en', 'The parties agreed to expand the cooperation in industry, and it will continue in 2025.'],
  ['ru', 'Товарооборот Беларуси и Вологодской области вырос на 8 процентов, сообщили БЕЛТА.'],
  ['be', 'Тавараабарот Беларусі і Валагодскай вобласці вырас, паведаміў старшыня канцэрна ўчора.'],
  ['uk', 'Товарообіг зріс на вісім відсотків, повідомили в уряді країни її представники.'],
  ['de', 'Der Handel mit der Region ist gewachsen, und die Ausfuhr von Holz nicht.'],
  ['fr', 'Le commerce avec la région est en hausse et les exportations du pays sont dans le vert.'],
  ['pl', 'Handel z regionem wzrósł i nie jest to koniec, powiedział minister w Warszawie.'],
  ['ja', 'パリで会談が行われた。'.repeat(3)],
  ['zh', '新华社上海电，贸易额增长百分之八，出口增长。'],
  ['he', 'הסחר עם האזור גדל בשמונה אחוזים, כך נמסר.'],
  ['ar', 'بلغ حجم التجارة بين البلدين واحدا وعشرين في المائة.'],
  ['fa', 'حجم تجارت دو کشور هشت درصد افزایش یافت، گزارش چاپ شد و پایان گرفت.'],
  ['ur', 'دونوں ملکوں کی تجارت میں آٹھ فیصد اضافہ ہوا ہے۔'],
  ['el', 'Το εμπόριο με την περιοχή αυξήθηκε κατά οκτώ τοις εκατό.'],
  ['ko', '서울에서 회담이 열렸다. 무역이 늘었다.'],
  [null, 'OK 21 %'],
  [null, ''],
])('%s: %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});
