import type { CheckName, CheckWords } from './report-catalog.ts'

/** Each check in French. */
export const FRENCH_CHECKS: Record<CheckName, CheckWords> = {
  dataExtracted: {
    name: 'Données lues',
    valid: 'Les données requises du document ont été lues plusieurs fois à l’identique.',
    invalid: 'Les données requises ne figurent pas sur le document.',
    unknown:
      'Les données requises du document n’ont pas pu être lues avec certitude, ou ne nomment pas un État connu.',
  },
  expiryDate: {
    name: 'Date d’expiration',
    valid: 'Le document était en cours de validité le jour de la réponse.',
    invalid: 'Le document était expiré le jour de la réponse.',
    unknown: 'Il n’a pas été possible de dire si le document était expiré.',
  },
  issueDate: {
    name: 'Date de délivrance',
    valid: 'La date de délivrance est possible.',
    invalid: 'La date de délivrance est impossible.',
    unknown: 'Il n’a pas été possible de dire si la date de délivrance est possible.',
  },
  documentLiveCapture: {
    name: 'Vidéo en direct du document',
    valid: 'Le document lui-même était devant la caméra.',
    invalid: 'Ce qui était devant la caméra n’était pas le document lui-même.',
    unknown: 'Il n’a pas été possible de dire si le document lui-même était devant la caméra.',
  },
  mrzValidity: {
    name: 'Zone de lecture automatique',
    valid: 'Chaque chiffre de contrôle de la zone concorde avec ce qu’il contrôle.',
    invalid: 'Un chiffre de contrôle de la zone ne concorde pas avec ce qu’il contrôle.',
    unknown:
      'Aucune zone n’a été lue, ou un de ses chiffres de contrôle ne concorde pas, comme après un seul caractère mal lu.',
  },
  mrzViz: {
    name: 'Zone et impression',
    valid: 'Les champs imprimés qui ont pu être comparés disent ce que dit la zone de lecture automatique.',
    invalid: 'Plusieurs champs imprimés diffèrent de la zone de lecture automatique.',
    unknown:
      'Les champs imprimés diffèrent en partie de la zone de lecture automatique, ou n’ont pas pu lui être comparés.',
  },
  oveFront: {
    name: 'Éléments variables, recto',
    valid: 'Les éléments optiquement variables du recto changent comme ils le doivent.',
    invalid: 'Les éléments optiquement variables du recto ne changent pas comme ils le doivent.',
    unknown: 'Les éléments optiquement variables du recto n’ont pas pu être jugés.',
  },
  oveBack: {
    name: 'Éléments variables, verso',
    valid: 'Les éléments optiquement variables du verso changent comme ils le doivent.',
    invalid: 'Les éléments optiquement variables du verso ne changent pas comme ils le doivent.',
    unknown: 'Les éléments optiquement variables du verso n’ont pas pu être jugés.',
  },
  ove: {
    name: 'Éléments variables, ensemble',
    valid: 'Les éléments optiquement variables changent comme ils le doivent.',
    invalid: 'Des éléments optiquement variables ne changent pas comme ils le doivent.',
    unknown: 'Les éléments optiquement variables n’ont pas pu être jugés.',
  },
  documentQuality: {
    name: 'Qualité de la vidéo',
    valid: 'Chaque face demandée du document a été montrée clairement.',
    invalid: 'Le document n’a pas été montré clairement.',
    unknown:
      'Une face du document manque, n’a pas été montrée en entier, en mouvement et assez clairement, appartient à un autre document, ou n’a pas pu être reconnue ou analysée.',
  },
  supported: {
    name: 'Type de document',
    valid: 'Le document est d’un type accepté.',
    invalid: 'Le document est d’un type qui n’est pas accepté.',
    unknown: 'Il n’a pas été possible de dire si le document est de ceux qui sont acceptés.',
  },
  visualFront: {
    name: 'Aspect, recto',
    valid: 'Le recto a l’aspect des documents de son type.',
    invalid:
      'Le recto est une copie, est montré sur un écran, ou porte un code dont la signature est fausse.',
    unknown:
      'L’aspect du recto est douteux : ses couleurs, un coin ou une ligne imprimée, ou un code qui désigne quelqu’un d’autre.',
  },
  visualBack: {
    name: 'Aspect, verso',
    valid: 'Le verso a l’aspect des documents de son type.',
    invalid: 'Le verso est montré sur un écran, ou porte un code dont la signature est fausse.',
    unknown:
      'L’aspect du verso est douteux : ses couleurs, un coin ou une ligne imprimée, ou un code qui désigne quelqu’un d’autre.',
  },
  documentTotal: {
    name: 'Document, ensemble',
    valid: 'Chaque contrôle requis du document est validé.',
    invalid: 'Au moins un contrôle requis du document n’est pas validé.',
    unknown: 'Au moins un contrôle requis du document ne permet pas de conclure.',
  },
  activeLiveness: {
    name: 'Preuve du vivant',
    valid:
      'Ce qui a été tiré au hasard pour cette identification a été vu : les mouvements de la tête et, là où l’écran a éclairé le visage, l’ordre de ses couleurs.',
    invalid: 'Ce qui a été filmé n’est pas une personne vivante.',
    unknown:
      'Rien ne prouve que la personne était là, vivante : les mouvements demandés n’ont pas été faits comme une tête vivante les fait, le visage n’a pas suivi les couleurs de l’écran, n’est pas resté le même ou montre la trame d’un écran, trop de tentatives ont été faites, ou la vidéo n’a pas pu être analysée.',
  },
  faceLiveCapture: {
    name: 'Vidéo en direct du visage',
    valid: 'La personne elle-même était devant la caméra.',
    invalid: 'Ce qui était devant la caméra n’était pas la personne elle-même.',
    unknown: 'Il n’a pas été possible de dire si la personne elle-même était devant la caméra.',
  },
  faceQuality: {
    name: 'Qualité de la vidéo',
    valid: 'Un seul visage a été montré clairement.',
    invalid: 'Le visage n’a pas été montré clairement.',
    unknown:
      'Aucun visage n’a été montré seul, découvert, de face et assez clairement, ou la vidéo n’a pas pu être analysée.',
  },
  faceTotal: {
    name: 'Visage, ensemble',
    valid: 'Chaque contrôle requis du visage est validé.',
    invalid: 'Au moins un contrôle requis du visage n’est pas validé.',
    unknown: 'Au moins un contrôle requis du visage ne permet pas de conclure.',
  },
  docFaceMatch: {
    name: 'Visage et document',
    valid: 'Le visage filmé est celui du document.',
    invalid: 'Le visage filmé n’est pas celui du document.',
    unknown: 'Le visage filmé n’a pas pu être comparé avec certitude à celui du document.',
  },
  docDocMatch: {
    name: 'Faces du document',
    valid: 'Les éléments du document vont ensemble.',
    invalid: 'Les éléments du document ne vont pas ensemble.',
    unknown: 'Il n’a pas été possible de dire si les éléments du document vont ensemble.',
  },
  faceFaceMatch: {
    name: 'Visage déjà vu',
    valid: 'Le visage est celui qui avait été vu auparavant.',
    invalid: 'Le visage n’est pas celui qui avait été vu auparavant.',
    unknown: 'Le visage n’a pas pu être comparé avec certitude à celui vu auparavant.',
  },
  identityFormMatch: {
    name: 'Déclaration de la personne',
    valid: 'Ce que la personne a déclaré concorde avec l’identité lue sur le document.',
    invalid: 'Ce que la personne a déclaré diffère de l’identité lue sur le document.',
    unknown: 'Ce que la personne a déclaré n’a pas pu être comparé à l’identité.',
  },
  referenceDataCheck: {
    name: 'Identité déclarée',
    valid: 'L’identité lue sur le document concorde avec celle que le client a déclarée.',
    invalid: 'L’identité lue sur le document diffère de celle que le client a déclarée.',
    unknown:
      'L’identité n’a pas été lue assez sûrement pour la comparer à celle déclarée, ou ne concorde avec elle qu’en partie.',
  },
}
