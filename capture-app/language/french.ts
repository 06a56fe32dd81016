import type { DocumentChoice } from '../../domain/scene.ts'
import type { Messages } from './english.ts'

const documents: Messages['documents'] = {
  passport: { name: 'Passeport', yours: 'votre passeport', filmed: 'La page avec votre photo' },
  'id-card': { name: 'Carte d’identité', yours: 'votre carte d’identité', filmed: 'Recto et verso' },
  'residence-permit': { name: 'Titre de séjour', yours: 'votre titre de séjour', filmed: 'Recto et verso' },
  'driving-licence': {
    name: 'Permis de conduire',
    yours: 'votre permis de conduire',
    filmed: 'Recto et verso',
  },
}

const documentHints: Messages['filming']['documentHints'] = {
  'no-document': 'Placez votre document dans le cadre',
  'too-far': 'Rapprochez-vous',
  'partly-out-of-frame': 'Placez tout le document dans le cadre',
  'too-dark': 'Trop sombre : cherchez plus de lumière',
  'too-bright': 'Ne bougez plus',
  glare: 'Reflet : inclinez un peu le document',
  blurry: 'Image floue : ne bougez plus',
  'hold-still': 'Ne bougez plus',
  'no-face': 'Placez votre document dans le cadre',
  'several-faces': 'Placez votre document dans le cadre',
  'move-closer': 'Rapprochez-vous',
  'face-covered': 'Ne bougez plus',
  'look-straight': 'Ne bougez plus',
  'turn-left': 'Ne bougez plus',
  'turn-right': 'Ne bougez plus',
  'too-fast': 'Plus lentement',
  good: 'Très bien, ne bougez plus',
}

const faceHints: Messages['filming']['faceHints'] = {
  ...documentHints,
  'no-document': 'Placez votre visage dans l’ovale',
  'no-face': 'Placez votre visage dans l’ovale',
  'several-faces': 'Il ne doit y avoir que vous à l’image',
  'partly-out-of-frame': 'Placez tout votre visage dans l’ovale',
  'too-bright': 'Trop de lumière : allez où il fait plus sombre, loin des fenêtres',
  glare: 'Reflet : détournez-vous de la lumière',
  'face-covered': 'Montrez tout votre visage : rien devant les yeux ni la bouche',
  'look-straight': 'Regardez droit vers la caméra',
  'turn-left': 'Tournez lentement la tête à gauche',
  'turn-right': 'Tournez lentement la tête à droite',
  good: 'Très bien',
}

const cameraProblems: Messages['camera']['problems'] = {
  'not-allowed': {
    title: 'La caméra n’est pas autorisée',
    text: 'Votre navigateur empêche cette page d’utiliser la caméra. Rien n’est filmé sans votre permission.',
    steps: [
      'Ouvrez les réglages de cette page : l’icône à côté de son adresse.',
      'Réglez « Caméra » sur « Autoriser ».',
      'Revenez ici et appuyez sur « Réessayer ».',
    ],
  },
  'not-found': {
    title: 'Aucune caméra trouvée',
    text: 'Cet appareil n’a pas de caméra, ou elle est éteinte.',
    steps: [
      'Branchez ou allumez une caméra, puis appuyez sur « Réessayer ».',
      'Ou ouvrez ce lien sur votre téléphone.',
    ],
  },
  'in-use': {
    title: 'La caméra ne démarre pas',
    text: 'Une autre application l’utilise peut-être.',
    steps: [
      'Fermez les autres applications qui filment, comme les appels vidéo.',
      'Puis appuyez sur « Réessayer ».',
    ],
  },
  'not-supported': {
    title: 'Ce navigateur ne peut pas filmer',
    text: 'Certains navigateurs intégrés à d’autres applications n’ont pas accès à la caméra.',
    steps: ['Copiez le lien de cette page.', 'Ouvrez-le dans Safari, Chrome, Firefox ou Edge.'],
  },
}

const closed: Messages['closed'] = {
  processing: {
    title: 'C’est déjà fait',
    text: 'Vos vidéos ont été envoyées. Vous n’avez plus rien à faire ici.',
  },
  processed: {
    title: 'C’est déjà fait',
    text: 'Cette vérification est terminée. Vous n’avez plus rien à faire ici.',
  },
  aborted: {
    title: 'Cette vérification est close',
    text: 'Elle a été quittée avant la fin. Demandez un nouveau lien pour recommencer.',
  },
  expired: {
    title: 'Ce lien a expiré',
    text: 'Il n’a pas été utilisé à temps. Demandez un nouveau lien pour recommencer.',
  },
  replaced: {
    title: 'La suite est ailleurs',
    text: 'Cette vérification continue dans une autre fenêtre ou sur un autre appareil. Vous pouvez fermer celle-ci.',
  },
  unknown: {
    title: 'Ce lien ne mène nulle part',
    text: 'Vérifiez qu’il est complet, ou demandez-en un nouveau.',
  },
}

const leaveReasons: Messages['leaving']['reasons'] = {
  refusal: { title: 'Je ne veux pas', text: 'Je refuse la vérification' },
  no_document: { title: 'Je n’ai pas mon document', text: 'Je ne peux pas le montrer maintenant' },
  verify_later: { title: 'Je le ferai plus tard', text: 'Ce n’est pas le bon moment' },
  connection_issue: { title: 'Ma connexion est mauvaise', text: 'La vidéo ne passe pas' },
}

/** Everything the app says, in French. */
export const french: Messages = {
  appName: 'Vérification d’identité',
  continue: 'Continuer',
  back: 'Retour',
  tryAgain: 'Réessayer',
  leave: 'Quitter',
  leaveNow: 'Quitter maintenant',
  someone: 'l’organisme qui la demande',
  backTo: (name) => `Retour vers ${name}`,
  stepOf: (step, steps) => `Étape ${step} sur ${steps}`,
  loading: 'Un instant…',
  documents,
  welcome: {
    title: 'Vérifiez votre identité',
    lead: (name) => `${name} vous demande de confirmer qui vous êtes.`,
    duration: 'Environ 2 minutes',
    document: {
      title: 'Filmez votre document',
      text: 'Passeport, carte d’identité, titre de séjour ou permis',
    },
    face: { title: 'Filmez votre visage', text: 'Un regard vers la caméra et un mouvement de tête' },
    end: { title: 'C’est tout', text: 'Le retour est automatique à la fin' },
    tip: 'Ayez votre document sous la main, dans un endroit clair.',
    start: 'Commencer',
  },
  consent: {
    title: 'Êtes-vous d’accord ?',
    recorded: {
      title: 'Ce qui est enregistré',
      face: 'Des vidéos de votre document et de votre visage, sans le son',
      document: 'Une vidéo de votre document, sans le son',
    },
    checked: {
      title: 'Comment c’est vérifié',
      face: 'Un logiciel lit votre document et compare sa photo avec votre visage. Une personne peut examiner le résultat.',
      document: 'Un logiciel lit votre document. Une personne peut examiner le résultat.',
    },
    receives: {
      title: 'Qui le reçoit',
      text: (name) => `${name}, qui répond aussi à vos questions sur vos données.`,
    },
    face: 'J’accepte ces enregistrements et leur analyse, y compris la comparaison de mon visage (donnée biométrique).',
    document: 'J’accepte cet enregistrement et son analyse.',
    missing: 'Cochez la case pour continuer. Sans votre accord, rien n’est filmé.',
    refuse: 'Je ne suis pas d’accord',
  },
  documentChoice: {
    title: 'Quel document avez-vous ?',
    lead: 'L’original, encore valide : ni copie, ni photo sur un écran.',
  },
  camera: {
    title: 'Allumez la caméra',
    resumedTitle: 'Reprenons',
    lead: 'Votre navigateur demande la permission. Choisissez « Autoriser ».',
    resumedLead: 'Ce que vous avez déjà filmé est gardé. Rallumez la caméra pour continuer.',
    ready: (yours) => `Gardez ${yours} à portée de main`,
    light: 'Restez dans un endroit clair, sans reflets',
    silent: 'Aucun son n’est enregistré, et la caméra s’éteint à la fin',
    allow: 'Allumer la caméra',
    asked: 'En attente de votre permission…',
    problems: cameraProblems,
    copyLink: 'Copier le lien',
    copied: 'Lien copié',
  },
  filming: {
    titles: {
      'document-front': (document: DocumentChoice) =>
        document === 'passport' ? 'Page photo de votre passeport' : `Recto de ${documents[document].yours}`,
      'document-back': (document: DocumentChoice) => `Verso de ${documents[document].yours}`,
      face: () => 'Votre visage',
    },
    opening: 'Connexion…',
    starting: { document: 'Placez votre document dans le cadre', face: 'Placez votre visage dans l’ovale' },
    documentHints,
    faceHints,
    lit: 'Ne bougez plus : l’écran éclaire votre visage',
    heldTurned: 'Bien, restez ainsi un instant',
    progress: 'Avancement',
    preview: 'Image de votre caméra',
    reconnected: 'La connexion est rétablie',
    showPicture: 'Afficher l’image',
  },
  captured: {
    titles: {
      'document-front': (document) =>
        document === 'passport' ? 'Votre passeport est filmé' : 'Le recto est filmé',
      'document-back': () => 'Le verso est filmé',
      face: () => 'Votre visage est filmé',
    },
    next: {
      'document-front': {
        title: 'Au tour du recto',
        text: 'Montrez le côté avec votre photo.',
        button: 'Filmer le recto',
      },
      'document-back': {
        title: 'Au tour du verso',
        text: 'Retournez le document.',
        button: 'Filmer le verso',
      },
      face: {
        title: 'À vous maintenant',
        text: 'Tenez la caméra à hauteur des yeux et regardez droit devant vous. L’écran peut s’éclairer de couleurs qui changent lentement, aussi pendant que vous tournez la tête.',
        button: 'Filmer mon visage',
      },
    },
  },
  timeout: {
    document: {
      nothing: 'Nous n’avons pas vu votre document',
      something: 'Nous n’avons pas bien vu votre document',
    },
    face: { nothing: 'Nous n’avons pas vu votre visage', something: 'Nous n’avons pas bien vu votre visage' },
    lead: 'Cela arrive. Quelques conseils :',
    documentTips: [
      'Remplissez le cadre avec le document',
      'Essuyez l’objectif et ne bougez plus',
      'Choisissez un endroit clair, sans reflets',
    ],
    faceTips: [
      'Tenez la caméra à hauteur des yeux',
      'Retirez lunettes, chapeau ou masque',
      'Tournez lentement la tête, du côté de la flèche',
    ],
  },
  connection: {
    reconnecting: {
      title: 'Connexion interrompue',
      text: 'Nous rétablissons la connexion. Rien n’est perdu : gardez cette page ouverte.',
    },
    busy: {
      title: 'Un instant, s’il vous plaît',
      text: 'Beaucoup de vérifications sont en cours. Votre tour vient tout seul : gardez cette page ouverte.',
    },
    'given-up': {
      title: 'Toujours pas de connexion',
      text: 'Cherchez un meilleur signal ou changez de réseau, puis réessayez.',
    },
  },
  trouble: {
    title: 'Un problème est survenu',
    text: 'Il vient de chez nous. Réessayer suffit souvent ; ce que vous avez filmé est gardé.',
  },
  sending: {
    title: 'Vérification de vos vidéos',
    usual: 'Cela prend quelques secondes. Gardez cette page ouverte.',
    slow: 'C’est un peu plus long que d’habitude. Gardez cette page ouverte.',
  },
  done: {
    finished: { title: 'Merci, c’est fini', text: (name) => `Vous retournez vers ${name}.` },
    left: { title: 'Vous avez quitté', text: (name) => `Vous retournez vers ${name}.` },
  },
  closed,
  leaving: {
    title: 'Quitter la vérification ?',
    lead: (name) => `Elle s’arrête là : pour recommencer, il vous faudra un nouveau lien de ${name}.`,
    reasons: leaveReasons,
    stay: 'Rester',
    sending: 'Départ…',
    failed: 'Cela n’a pas fonctionné. Vérifiez votre connexion et réessayez.',
  },
}
