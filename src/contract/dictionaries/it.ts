import type { Dictionary } from '../dictionary.ts';

// biome-ignore format: one word a line would make it long to read
export const it: Dictionary = {
  labels: {
    name: [
      'nome', "nome dell'opportunità", 'nome opportunità', 'nome offerta', 'nome trattativa', 'nome affare',
    ],
    company: ['azienda', 'società', 'nome azienda', "nome dell'azienda", 'nome account', 'cliente'],
    owner: [
      'proprietario', 'titolare', 'titolare opportunità', "titolare dell'opportunità", 'titolare lead',
      'titolare del lead', 'proprietario opportunità', 'proprietario offerta', "proprietario dell'offerta",
      'proprietario trattativa', 'proprietario contatto', 'proprietario del contatto', 'addetto vendite',
      'commerciale', 'utente assegnato',
    ],
    stage: ['fase', 'stadio', 'fase offerta', "fase dell'offerta", 'fase trattativa'],
    status: ['stato', 'stato lead', 'stato del lead'],
    amount: [
      'importo', 'ammontare', 'ricavo previsto', 'ricavi previsti', 'fatturato previsto', 'entrate previste',
    ],
    closeDate: ['data di chiusura', 'data chiusura', 'chiusura prevista'],
    createdAt: ['data di creazione', 'data creazione', 'creato il', 'creata il'],
    source: [
      'origine lead', 'origine del lead', 'provenienza lead', 'fonte lead', 'fonte', 'fonte originale',
      'origine',
    ],
    pipeline: ['pipeline'],
    nextStep: ['fase successiva', 'prossimo passo', 'passo successivo', 'passaggio successivo'],
    probability: ['probabilità', 'probabilità (%)', 'probabilità, %'],
    result: ['esito chiamata', 'esito della chiamata', 'esito', 'risultato chiamata', 'risultato'],
    duration: ['durata chiamata', 'durata della chiamata', 'durata'],
    warmth: ['classificazione', 'valutazione'],
    type: ['tipo', 'tipo di offerta', 'tipo di opportunità', 'tipo opportunità'],
    lostReason: ['motivo della perdita', 'motivo perdita', 'motivo di perdita'],
  },
  empty: [
    'nessun proprietario', 'nessun titolare', 'nessuno', 'nessuna', 'non assegnato', 'aggiungi',
    'non impostato', 'nessuna scadenza', 'nessuna data di scadenza',
  ],
  won: [
    'vinto', 'vinta', 'chiusa vinta', 'chiuso vinto', 'chiusa - vinta', 'chiuso/vinto',
    'chiuso positivamente', 'chiuso con successo', 'chiusa/acquisita', 'acquisita', 'chiusa conclusa',
  ],
  lost: [
    'perso', 'persa', 'chiusa persa', 'chiuso perso', 'chiusa - persa', 'chiuso/perso',
    'chiuso negativamente', 'chiusa/persa',
  ],
  converted: ['convertito', 'convertita', 'chiuso - convertito', 'chiusa - convertita'],
  disqualified: [
    'non qualificato', 'squalificato', 'non qualificata', 'chiuso - non convertito', 'non idoneo',
  ],
  warmth: {
    hot: ['caldo', 'calda'],
    warm: ['tiepido', 'tiepida'],
    cool: ['fresco'],
    cold: ['freddo', 'fredda'],
  },
  type: {
    new: ['nuova attività', 'nuovo cliente', 'nuovo business', 'nuova impresa'],
    upsell: [
      'business esistente', 'attività esistente', 'cliente esistente - aggiornamento',
      'cliente esistente - componente aggiuntivo',
    ],
    'cross-sell': ['vendita incrociata'],
    renewal: ['rinnovo', 'cliente esistente - rinnovo', 'cliente esistente - sostituzione'],
  },
  imported: ['importazione', 'importato', 'fonti offline'],
  inbound: [
    'in entrata', 'in ingresso', 'e-mail in arrivo', 'email in arrivo', 'chiamata in arrivo', 'ricevuto',
    'ricevuta', 'ha risposto',
  ],
  automatic: [
    'flusso di lavoro', 'automazione', 'automatizzato', 'automatizzata', 'automatico', 'automatica',
    'inviato automaticamente', 'inviata automaticamente', 'sequenza', 'chatbot',
  ],
  autoReply: [
    'risposta automatica', 'fuori sede', 'fuori ufficio', 'messaggio fuori sede', "assente dall'ufficio",
    "assenza dall'ufficio", 'avviso di assenza', 'messaggio di assenza',
  ],
  upcoming: [
    'imminente', 'imminenti', 'prossime', 'prossimi', 'in ritardo', 'scadute', 'pianificato', 'pianificata',
    'pianificate', 'in programma',
  ],
  completed: ['completato', 'completata', 'completate', 'conclusa', 'concluso', 'terminata'],
  bounced: [
    'respinta', 'respinto', 'rimbalzata', 'non recapitabile', 'non recapitata', 'mancato recapito',
    'consegna non riuscita', 'mancata consegna', 'impossibile recapitare',
  ],
  results: {
    connected: ['connesso', 'connessa', 'contattato', 'risposta ricevuta', 'ha risposto al telefono'],
    voicemail: [
      'segreteria telefonica', 'segreteria', 'messaggio vocale', 'messaggio in segreteria',
      'lasciato messaggio', 'lasciato messaggio in segreteria', 'messaggio vocale lasciato',
      'ha lasciato un messaggio', 'lasciato messaggio a voce',
    ],
    'no-answer': [
      'nessuna risposta', 'non risponde', 'non ha risposto', 'senza risposta', 'occupato', 'linea occupata',
      'numero errato', 'numero sbagliato', 'non connesso', 'non raggiungibile', 'irraggiungibile',
    ],
    held: ['svolta', 'svolto', 'tenuta', 'completata', 'completato', 'effettuata', 'effettuato'],
    'no-show': ['non si è presentato', 'non presentato', 'mancata presentazione', 'mancata partecipazione'],
    replied: ['ha risposto'],
    clicked: ['ha fatto clic', 'ha cliccato'],
    opened: ['aperto', 'aperta', 'ha aperto'],
  },
  unfiltered: [
    'sempre tutte le attività tutti i tipi', 'tutto il periodo tutte le attività tutti i tipi',
    'tutti i periodi tutte le attività tutti i tipi', 'qualsiasi momento tutte le attività tutti i tipi',
    'tutti gli utenti', 'tutti i team',
  ],
  headings: [
    'questo {x} è stato creato da {by}',
    'questa {x} è stata creata da {by}',
    '{by} ha creato questo {x}',
    '{by} ha creato questa {x}',
    '{by} ha spostato {x} in {to}',
    '{by} ha spostato {x} a {to}',
    '{by} ha spostato {x} da {from} a {to}',
    '{by} ha cambiato il proprietario di {x} in {owner}',
    '{by} ha cambiato il proprietario di {x} da {x} a {owner}',
    'chiamata registrata da {by}',
    'chiamata di {by}',
    'chiamata - {x} effettuata da {by} con {x}',
    'chiamata - {x} effettuata da {by}',
    'chiamata - {x} da {by}',
    'e-mail registrata da {by} a {x}',
    'e-mail da {by} a {x}',
    'e-mail da {by}',
    'e-mail in arrivo da {by}',
    'e-mail automatizzata inviata a {x} da {by}',
    'nota di {by}',
    'riunione organizzata da {by} con {x}',
    'riunione - {x} organizzata da {by} con {x}',
    'riunione di {by}',
    'attività assegnata a {by}',
    'attività assegnata a {by} - completata',
    'invio modulo di {by}',
  ],
  cancelled: [
    'annullato', 'annullata', 'cancellato', 'cancellata', 'riprogrammato', 'riprogrammata', 'non held',
    'non tenuta',
  ],
};
