import type { Letter } from '../../src/contract/personalize.ts';

type Person = Pick<Letter, 'lead' | 'sender'>;
const known = (name: string, company: string, sender: string): Person => ({
  lead: { name, words: [company, undefined] },
  sender,
});

/** In each language: who writes to whom, a letter with all five elements, and one with none. */
export const letters: Record<string, [Person, all: string, none: string]> = {
  en: [
    known('Dana Moss', 'Acme Logistics Limited', 'Robin Ray'),
    'Hi Dana,\n\nthank you for asking what we can do for Acme Logistics.\nShall we talk on Tuesday?\n\nBest regards\nRobin Ray\n+44 20 7946 0123',
    'Hello,\n\nour new catalogue is here; it came out on 02.03.2026.\nWe schedule deliveries for any limited company.\n\nBest regards\nThe team',
  ],
  de: [
    known('Jürgen Weiß', 'Nordlicht Spedition GmbH', 'Anke Braun'),
    'Guten Tag Herr Weiß,\n\nvielen Dank für Ihre Anfrage für Nordlicht.\nPasst Ihnen Dienstag um 10 Uhr?\n\nMit freundlichen Grüßen\nAnke Braun\nTel. 030 1234567',
    'Sehr geehrte Damen und Herren,\n\nunser neuer Katalog ist da; er gilt ab 01.02.2026 für jede GmbH.\nEin Termin ist nicht nötig.\n\nMit freundlichen Grüßen\nIhr Team',
  ],
  fr: [
    known('Chloé Lefèvre', 'Transports Mistral', 'Hugo Petit'),
    'Bonjour Chloé,\n\nmerci de votre intérêt pour les tournées de Mistral.\nSeriez-vous libre mardi à 14h30 ?\n\nCordialement\nHugo Petit\n01.23.45.67.89',
    "Bonjour,\n\nnotre catalogue est arrivé ; la saison est terminée depuis le 01/02/2026.\nBonne lecture.\n\nCordialement\nL'équipe",
  ],
  es: [
    known('José Núñez', 'Frutas Levante', 'Marta Gil'),
    'Hola, José:\n\ngracias por contarme lo que necesita Frutas Levante.\n¿Hablamos el martes a las 10?\n\nUn saludo\nMarta Gil\n+34 912 34 56 78',
    'Estimado cliente:\n\nya está aquí nuestro catálogo; la campaña terminó el 01/02/2026.\nGracias por su confianza.\n\nUn saludo\nEl equipo',
  ],
  pt: [
    known('João Araújo', 'Moinho Azul', 'Inês Prata'),
    'Olá João,\n\nobrigada pelo interesse do Moinho Azul.\nPodemos falar na terça às 15h?\n\nCumprimentos\nInês Prata\n+351 21 123 4567',
    'Olá,\n\no nosso catálogo chegou e vale desde 01/02/2026.\nObrigado pela preferência.\n\nCumprimentos\nA equipa',
  ],
  it: [
    known('Niccolò Ferri', 'Cantine Aurora', 'Sara Conti'),
    'Gentile Niccolò,\n\ngrazie per avermi parlato delle Cantine Aurora.\nPossiamo sentirci martedì alle 10:30?\n\nCordiali saluti\nSara Conti\ncalendly.com/sara-conti',
    'Gentile cliente,\n\nil nostro catalogo è arrivato: la stagione termina il 01/02/2026.\nGrazie della fiducia.\n\nCordiali saluti\nIl team',
  ],
  nl: [
    known('Sjoerd de Vries', 'Waterland Kaas', 'Femke Bos'),
    'Beste Sjoerd,\n\nbedankt voor je vraag over Waterland.\nSchikt dinsdag om 10 uur?\n\nGroeten\nFemke Bos\n020-1234567',
    'Beste klant,\n\nonze nieuwe catalogus is er, geldig vanaf 01-02-2026.\nBedankt voor het vertrouwen.\n\nGroeten\nHet team',
  ],
  el: [
    known('Νίκος Παπαδόπουλος', 'Ολύμπια Μεταφορική', 'Ελένη Δήμου'),
    'Αγαπητέ κύριε Παπαδόπουλε,\n\nσας γράφω για τις ανάγκες της Ολύμπιας.\nΜπορούμε να μιλήσουμε την Τρίτη;\n\nΜε εκτίμηση\nΕλένη Δήμου\n210 1234567',
    'Αγαπητέ πελάτη,\n\nο νέος μας κατάλογος είναι εδώ και ισχύει από 01/02/2026.\nΕυχαριστούμε.\n\nΜε εκτίμηση\nΗ ομάδα',
  ],
  ar: [
    known('أحمد المنصوري', 'شركة الواحة للنقل', 'سامي حداد'),
    'مرحبًا يا أحمد،\n\nشكرًا على اهتمامكم بخدماتنا للواحة.\nهل يناسبكم يوم الثلاثاء الساعة ١٠؟\n\nمع التحية\nسامي حداد\n٠٥٠ ١٢٣ ٤٥٦٧',
    'عميلنا العزيز،\n\nصدر الدليل الجديد لكل شركة بتاريخ ٠١/٠٢/٢٠٢٦.\nشكرًا لثقتكم.\n\nمع التحية\nفريق المبيعات',
  ],
  ja: [
    known('田中太郎', '株式会社北風物流', '佐藤花子'),
    '株式会社北風物流\n田中様\n\nお世話になっております。\n北風物流様の配送についてご連絡いたしました。\n火曜日の１０時はいかがでしょうか。\n\n佐藤花子\n電話：０３－１２３４－５６７８',
    'お客様各位\n\n新しいカタログができました。\n２０２６/０２/０１から有効です。\n\nよろしくお願いいたします。\n営業チーム',
  ],
  ru: [
    known('Иван Соколов', 'Северный Ветер', 'Ольга Кузнецова'),
    'Здравствуйте, Иван!\n\nСпасибо за интерес. Для «Северного Ветра» есть решение.\nВам удобно во вторник в 10 часов?\n\nС уважением,\nОльга Кузнецова\n8 (495) 123-45-67',
    'Уважаемый клиент!\n\nВышел наш новый каталог; он действует с 01.02.2026.\nСпасибо за доверие.\n\nС уважением,\nкоманда продаж',
  ],
  ro: [
    known('Ștefan Țurcanu', 'Moara Veche', 'Ioana Pop'),
    'Bună ziua, domnule Turcanu,\n\nvă mulțumesc pentru interesul celor de la Moara Veche.\nPutem vorbi marți la ora 10?\n\nCu stimă\nIoana Pop\n0721 234 567',
    'Stimate client,\n\ncatalogul nostru este aici; campania s-a terminat pe 01.02.2026.\nVă mulțumim.\n\nCu stimă\nEchipa',
  ],
};
