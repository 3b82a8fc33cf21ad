import type { IncomingKind } from '#networks/network.ts';

/** One message of the invented public. */
export interface PracticeMessage {
  /** Minutes before the moment at which practice begins. */
  readonly minutesAgo: number;
  readonly network: 'facebook' | 'x' | 'instagram' | 'linkedin' | 'tiktok' | 'youtube';
  readonly kind: IncomingKind;
  readonly handle: string;
  readonly name: string;
  readonly text: string;
}

const message = (minutesAgo: number, network: PracticeMessage['network'], kind: IncomingKind, handle: string, name: string, text: string): PracticeMessage => ({
  minutesAgo, network, kind, handle, name, text,
});

/** A believable day and the night before it. Nobody here exists. */
export const practiceMessages: readonly PracticeMessage[] = [
  message(1010, 'facebook', 'direct-message', 'dora.finch', 'Dora Finch', 'Hi, is the walk-in centre in Amberley open on Saturday? My son has an ear infection again.'),
  message(985, 'x', 'mention', 'greg.on.wheels', 'Greg', '40 minutes on hold to book a blood test. Is anyone actually there?'),
  message(930, 'facebook', 'comment', 'jan.hollis', 'Jan Hollis', 'The nurses on ward 4 were brilliant with my dad last week. Thank you all so much.'),
  message(880, 'instagram', 'comment', 'mia.draws', 'Mia', 'Love this! Will there be captions on the next one? I am deaf and could not follow it.'),
  message(845, 'x', 'mention', 'ken.armitage', 'Ken Armitage', 'Why are hearing aid batteries only handed out on Tuesdays? I work on Tuesdays.'),
  message(760, 'facebook', 'direct-message', 'lena.o', 'Lena Oduya', 'Can I bring my flu jab forward? I am going away on the 4th.'),
  message(700, 'facebook', 'comment', 'paul.trent', 'Paul Trent', 'Parking is a disgrace. I nearly missed my appointment because the machine was broken.'),
  message(655, 'tiktok', 'comment', 'sk8rboi', 'Jayden', 'do u need good grades to be a paramedic'),
  message(610, 'x', 'mention', 'larkvoice', 'Lark Voice News', 'Hi, reporter at Lark Voice here. Could somebody call me about the new clinic today?'),
  message(540, 'facebook', 'direct-message', 'edith.p', 'Edith Page', 'I got a letter with somebody else’s name on it. What should I do with it?'),
  message(470, 'youtube', 'comment', 'walkingwithbob', 'Bob', 'Is there a version of this film without the music? Hard to hear the doctor.'),
  message(200, 'facebook', 'comment', 'nadia.k', 'Nadia Karim', 'Which entrance do we use for the antenatal clinic now?'),
  message(150, 'x', 'mention', 'cycle.larkshire', 'Cycle Larkshire', 'Great to see the new bike shelters at Amberley. Will there be more at the other sites?'),
  message(96, 'facebook', 'direct-message', 'harriet.bloom', 'Harriet Bloom', 'My mum’s district nurse did not come yesterday or today. Who do we ring?'),
  message(84, 'linkedin', 'comment', 'sam.iqbal', 'Sam Iqbal', 'Are the apprenticeships open to people over 25?'),
  message(71, 'instagram', 'mention', 'runclubamberley', 'Amberley Run Club', 'Thanks @larkshire for joining our Sunday run for heart health!'),
  message(63, 'facebook', 'comment', 'colin.w', 'Colin Ward', 'My repeat prescription is lost between the surgery and the chemist for the third time. I want to make a complaint.'),
  message(52, 'x', 'mention', 'tired.of.waiting', 'Deb', 'Waiting list letters still say March. It is November. Which is right?'),
  message(44, 'facebook', 'direct-message', 'oscar.lane', 'Oscar Lane', 'Do I need to fast before a cholesterol blood test?'),
  message(37, 'tiktok', 'comment', 'bethanyy', 'Bethany', 'this made me book my smear test, thank you'),
  message(29, 'facebook', 'comment', 'maureen.ty', 'Maureen Tyler', 'Is the eye clinic still on the second floor? The lift is out.'),
  message(21, 'x', 'mention', 'amberleyhub', 'Amberley Hub', 'Can you share our warm space opening times with your followers?'),
  message(15, 'facebook', 'direct-message', 'yusuf.demir', 'Yusuf Demir', 'How do I ask for an interpreter for my wife’s appointment on Thursday?'),
  message(11, 'instagram', 'comment', 'plantmumflo', 'Flo', 'How do I sign up to volunteer at the vaccination centre?'),
  message(7, 'facebook', 'comment', 'ron.keeble', 'Ron Keeble', 'They have shut all maternity from Monday, my neighbour says. Is that true??'),
  message(4, 'x', 'mention', 'nina.says', 'Nina', 'Lovely staff at the Amberley blood test clinic this morning, in and out in ten minutes.'),
  message(2, 'facebook', 'direct-message', 'grace.tan', 'Grace Tan', 'Please can you tell me how to get a copy of my records?'),
];
