import type { Dictionary } from '../dictionary.ts';

// biome-ignore format: one word a line would make it long to read
export const fr: Dictionary = {
  labels: {
    name: ['nom', 'nom de la transaction', "nom de l'opportunité"],
    company: [
      'société', 'entreprise', "nom de l'entreprise", 'nom du compte', 'compte', 'client',
      'nom de la société',
    ],
    owner: [
      'propriétaire', "propriétaire de l'opportunité", 'propriétaire opportunité', 'propriétaire de la piste',
      'propriétaire du lead', 'propriétaire de la transaction', 'propriétaire du contact', 'vendeur',
      'commercial', 'utilisateur assigné',
    ],
    stage: ['étape', 'phase', 'phase de la transaction', 'étape de la transaction'],
    status: ['statut', 'statut de la piste', 'statut du lead', 'statut de la piste principale'],
    amount: ['montant', 'revenu espéré', 'revenu attendu', 'revenus attendus', 'revenu prévu'],
    closeDate: [
      'date de clôture', 'date de fermeture', 'clôture prévue', 'fermeture prévue', 'clôture attendue',
    ],
    createdAt: ['date de création', 'créé le', 'créée le'],
    source: [
      'origine de la piste', 'origine du lead', 'source du lead', 'source', "source d'origine", 'origine',
    ],
    pipeline: ['pipeline'],
    nextStep: ['étape suivante', 'prochaine étape'],
    probability: ['probabilité', 'probabilité (%)', 'probabilité, %'],
    result: ["résultat de l'appel", 'résultat'],
    duration: ["durée de l'appel", 'durée'],
    warmth: ['évaluation', 'notation'],
    type: ['type', 'type de transaction', "type d'opportunité"],
    lostReason: ['raison de la perte', 'motif de perte', 'motif de la perte'],
  },
  empty: [
    'aucun propriétaire', 'aucun', 'aucune', '--aucun--', 'non attribué', 'non attribuée', 'non assigné',
    'ajouter', 'non défini', "aucune date d'échéance",
  ],
  won: [
    'gagné', 'gagnée', 'fermée gagnée', 'fermé gagné', 'conclue - gagnée', 'clôturée gagnée',
    'transaction conclue',
  ],
  lost: [
    'perdu', 'perdue', 'fermée perdue', 'fermé perdu', 'conclue - perdue', 'clôturée perdue',
    'transaction perdue',
  ],
  converted: ['converti', 'convertie', 'fermée - convertie', 'fermé - converti'],
  disqualified: [
    'non qualifié', 'non qualifiée', 'disqualifié', 'disqualifiée', 'fermée - non convertie',
    'fermé - non converti', 'mauvais ajustement',
  ],
  warmth: {
    hot: ['chaud', 'chaude'],
    warm: ['tiède'],
    cool: ['frais'],
    cold: ['froid', 'froide'],
  },
  type: {
    new: ['nouvelle affaire', 'nouvelles affaires', 'nouveau client', 'nouvelle entreprise'],
    upsell: [
      'affaire existante', 'client existant - mise à niveau', 'client existant - module complémentaire',
    ],
    'cross-sell': ['vente croisée'],
    renewal: ['renouvellement', 'client existant - renouvellement', 'client existant - remplacement'],
  },
  imported: ['importation', 'importé', 'importée', 'sources hors ligne'],
  inbound: [
    'entrant', 'entrante', 'entrants', 'entrantes', 'reçu', 'reçue', 'a répondu', 'a envoyé une réponse',
  ],
  automatic: [
    'automatisation', 'automatisé', 'automatisée', 'automatique', 'envoyé automatiquement', 'séquence',
    'chatbot',
  ],
  autoReply: [
    'réponse automatique', "message d'absence", 'absence du bureau', 'absent du bureau', 'absente du bureau',
    "notification d'absence", "message d'absence du bureau", 'absence :', 'en congé :',
  ],
  upcoming: [
    'à venir', 'en retard', 'prévu', 'prévue', 'prévus', 'prévues', 'planifié', 'planifiée', 'planifiées',
  ],
  completed: ['terminé', 'terminée', 'terminés', 'terminées', 'achevé', 'achevée'],
  bounced: [
    'non remis', 'non distribué', 'non distribuable', 'rejeté', 'a rebondi', 'échec de la remise',
    'échec de remise', 'échec de la livraison', 'non délivré', 'non délivrable',
  ],
  results: {
    connected: ['connecté', 'appel abouti', 'répondu', 'contact établi', 'décroché'],
    voicemail: [
      'messagerie vocale', 'message vocal', 'message vocal laissé', 'a laissé un message vocal',
      'message laissé', 'a laissé un message', 'répondeur', 'message laissé sur le répondeur',
      'message laissé à une personne',
    ],
    'no-answer': [
      'pas de réponse', 'sans réponse', 'aucune réponse', 'non répondu', 'pas répondu', 'occupé',
      'ligne occupée', 'mauvais numéro', 'numéro incorrect', 'numéro erroné', 'injoignable', 'non joint',
      'non connecté',
    ],
    held: ['effectué', 'effectuée', 'tenue', 'a eu lieu', 'terminée', 'terminé'],
    'no-show': [
      'absence au rendez-vous', "ne s'est pas présenté", 'non présenté', 'non présentation', 'absent',
      'absente',
    ],
    replied: ['a répondu'],
    clicked: ['cliqué', 'a cliqué'],
    opened: ['ouvert', 'a ouvert'],
  },
  unfiltered: [
    'toute la période toutes les activités tous les types',
    'toutes les périodes toutes les activités tous les types',
    'tout le temps toutes les activités tous les types',
    'toutes les dates toutes les activités tous les types', 'tous les utilisateurs', 'toutes les équipes',
  ],
  headings: [
    'cette {x} a été créée par {by}',
    'ce {x} a été créé par {by}',
    '{by} a créé cette {x}',
    '{by} a déplacé {x} vers {to}',
    '{by} a déplacé {x} de {from} vers {to}',
    '{by} a changé le propriétaire de {x} en {owner}',
    '{by} a remplacé le propriétaire de {x} par {owner}',
    'appel enregistré par {by}',
    'appel consigné par {by}',
    'appel de {by}',
    'appel passé par {by}',
    'appel - {x} passé par {by} avec {x}',
    'appel - {x} passé par {by}',
    'appel - {x} par {by}',
    'e-mail enregistré de {by} à {x}',
    'e-mail consigné de {by} à {x}',
    'e-mail de {by} à {x}',
    'e-mail de {by}',
    'e-mail entrant de {by}',
    'e-mail automatisé envoyé à {x} par {by}',
    'note de {by}',
    'note par {by}',
    'réunion organisée par {by} avec {x}',
    'réunion - {x} organisée par {by} avec {x}',
    'réunion de {by}',
    'tâche attribuée à {by}',
    'tâche attribuée à {by} - terminée',
    'soumission de formulaire par {by}',
  ],
  cancelled: [
    'annulé', 'annulée', 'reprogrammé', 'reprogrammée', 'reporté', 'reportée', 'non effectué',
    'non effectuée',
  ],
};
