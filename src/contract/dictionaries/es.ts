import type { Dictionary } from '../dictionary.ts';

// biome-ignore format: one word a line would make it long to read
export const es: Dictionary = {
  labels: {
    name: ['nombre', 'nombre del negocio', 'nombre de la oportunidad', 'nombre de oportunidad'],
    company: [
      'compañía', 'empresa', 'nombre de la empresa', 'nombre de la cuenta', 'cuenta', 'cliente',
      'nombre de cuenta',
    ],
    owner: [
      'propietario', 'propietario de oportunidad', 'propietario de la oportunidad',
      'propietario del candidato', 'propietario del prospecto', 'propietario del negocio',
      'propietario del contacto', 'comercial', 'vendedor', 'usuario asignado',
    ],
    stage: ['etapa', 'etapa del negocio', 'fase'],
    status: [
      'estado', 'estado del lead', 'estado del candidato', 'estado de candidato', 'estado del prospecto',
    ],
    amount: [
      'importe', 'cantidad', 'valor', 'monto', 'ingreso esperado', 'ingresos esperados', 'ingresos previstos',
    ],
    closeDate: ['fecha de cierre', 'cierre esperado', 'cierre previsto', 'fecha prevista de cierre'],
    createdAt: ['fecha de creación', 'creado el', 'creado'],
    source: [
      'origen del candidato', 'origen del prospecto', 'fuente del lead', 'fuente original', 'fuente',
      'origen',
    ],
    pipeline: ['pipeline', 'canalización', 'embudo'],
    nextStep: ['siguiente paso', 'próximo paso'],
    probability: ['probabilidad', 'probabilidad (%)', 'probabilidad, %'],
    result: ['resultado de la llamada', 'resultado'],
    duration: ['duración de la llamada', 'duración'],
    warmth: ['valoración', 'calificación'],
    type: ['tipo', 'tipo de negocio', 'tipo de oportunidad'],
    lostReason: ['motivo de pérdida', 'motivo de la pérdida', 'razón de pérdida'],
  },
  empty: [
    'sin propietario', 'ninguno', 'ninguna', 'sin asignar', 'no asignado', 'añadir', 'agregar', 'no definido',
    'sin fecha de vencimiento', 'ningún propietario',
  ],
  won: [
    'ganado', 'ganada', 'cerrada ganada', 'cerrado ganado', 'cerrada/ganada', 'cierre ganado',
    'cerrada - ganada',
  ],
  lost: [
    'perdido', 'perdida', 'cerrada perdida', 'cerrado perdido', 'cerrada/perdida', 'cierre perdido',
    'cerrada - perdida',
  ],
  converted: ['convertido', 'convertida', 'cerrado - convertido', 'cerrada - convertida'],
  disqualified: [
    'no calificado', 'no cualificado', 'descalificado', 'descartado', 'cerrado - no convertido',
    'cerrada - no convertida', 'no apto',
  ],
  warmth: {
    hot: ['caliente'],
    warm: ['tibio', 'templado'],
    cool: ['fresco'],
    cold: ['frío'],
  },
  type: {
    new: ['nuevo negocio', 'negocio nuevo', 'nuevo cliente', 'cliente nuevo'],
    upsell: ['negocio existente', 'cliente existente - actualización', 'cliente existente - complemento'],
    'cross-sell': ['venta cruzada'],
    renewal: [
      'renovación', 'cliente existente - renovación', 'cliente existente - sustitución',
      'cliente existente - reemplazo',
    ],
  },
  imported: ['importación', 'importado', 'fuentes sin conexión', 'fuentes offline'],
  inbound: ['entrante', 'entrantes', 'recibido', 'recibida', 'recibió', 'respondió', 'ha respondido'],
  automatic: [
    'flujo de trabajo', 'automatización', 'automatizado', 'automatizada', 'automático', 'automática',
    'enviado automáticamente', 'secuencia', 'chatbot',
  ],
  autoReply: [
    'respuesta automática', 'contestación automática', 'fuera de la oficina', 'fuera de oficina',
    'ausente de la oficina', 'mensaje de ausencia', 'mensaje de fuera de oficina',
  ],
  upcoming: [
    'próximas', 'próximos', 'próxima', 'atrasadas', 'atrasada', 'vencidas', 'planificada', 'planificado',
    'planeada', 'programada',
  ],
  completed: ['completado', 'completada', 'completadas', 'finalizada', 'finalizado', 'terminada'],
  bounced: [
    'rebotado', 'rebotó', 'rebotada', 'no entregado', 'no se pudo entregar', 'error de entrega',
    'correo no entregado', 'no se puede entregar',
  ],
  results: {
    connected: ['conectado', 'conectada', 'contactado', 'contestada', 'respondida', 'atendida'],
    voicemail: [
      'buzón de voz', 'mensaje de voz', 'dejó un mensaje de voz', 'dejó mensaje de voz', 'dejó un mensaje',
      'mensaje de voz dejado', 'dejó un mensaje en el buzón de voz', 'correo de voz',
      'dejó mensaje a una persona',
    ],
    'no-answer': [
      'sin respuesta', 'no responde', 'no contesta', 'no contestó', 'no contestada', 'no respondida',
      'no atendida', 'ocupado', 'línea ocupada', 'comunicando', 'número equivocado', 'número incorrecto',
      'no conectado', 'no conectada',
    ],
    held: ['celebrada', 'celebrado', 'realizada', 'completada', 'completado', 'tuvo lugar'],
    'no-show': ['no se presentó', 'no asistió', 'no compareció', 'ausencia'],
    replied: ['respondió', 'ha respondido'],
    clicked: ['hizo clic', 'clic'],
    opened: ['abierto', 'abrió'],
  },
  unfiltered: [
    'todo el tiempo todas las actividades todos los tipos',
    'todo el período todas las actividades todos los tipos', 'siempre todas las actividades todos los tipos',
    'todas las fechas todas las actividades todos los tipos', 'todos los usuarios', 'todos los equipos',
  ],
  headings: [
    'este {x} fue creado por {by}',
    'este {x} lo creó {by}',
    '{by} creó este {x}',
    '{by} movió {x} a {to}',
    '{by} movió {x} de {from} a {to}',
    '{by} cambió el propietario de {x} a {owner}',
    '{by} cambió el propietario de {x} de {x} a {owner}',
    'llamada registrada por {by}',
    'llamada de {by}',
    'llamada - {x} realizada por {by} con {x}',
    'llamada - {x} realizada por {by}',
    'llamada - {x} por {by}',
    'correo electrónico registrado de {by} a {x}',
    'correo registrado de {by} a {x}',
    'correo electrónico de {by} a {x}',
    'correo electrónico de {by}',
    'correo de {by} a {x}',
    'correo electrónico entrante de {by}',
    'correo electrónico automatizado enviado a {x} por {by}',
    'nota de {by}',
    'nota por {by}',
    'reunión organizada por {by} con {x}',
    'reunión - {x} organizada por {by} con {x}',
    'reunión de {by}',
    'tarea asignada a {by}',
    'tarea asignada a {by} - completada',
    'envío de formulario de {by}',
  ],
  cancelled: [
    'cancelado', 'cancelada', 'reprogramado', 'reprogramada', 'sin celebrar', 'no celebrada', 'aplazada',
  ],
};
