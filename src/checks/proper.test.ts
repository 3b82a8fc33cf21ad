import { describe, expect, test } from 'vitest';
import { film, picture, verdict } from './testing-checks.ts';
import type { Draft } from './index.ts';
import { tryPairs, type Pairs } from './testing-pairs.ts';

type Text = string | (Partial<Draft> & { text: string });
const reply = (text: string, replyTo = 'My operation was cancelled again'): Text =>
  ({ text, replyTo: undefined, context: { replyTo } }) as Text;
const before = (text: string): Text => ({ text, context: { preElection: true } });
const personal = (text: string): Text => ({ text, accountKind: 'personal' });

const pairs: Pairs = {
  'STY-13': {
    breaks: [
      'Is your baby unwell? Use 111 online.',
      'Worried about a toddler with a fever? Go to 111.nhs.uk',
    ],
    keeps: [
      'Is your baby unwell? Call 111.',
      'Use 111 online. For children under 5, call 111.',
      'Feeling unwell? Use 111 online.',
    ],
  },
  'CNT-01': {
    breaks: [
      'Call Jo on 07700 900123',
      'NHS number 999 000 0018 was here',
      'Write to jo@example.com',
      'Her NI number is AB 12 34 56 C',
      'DOB 12/03/1961',
      'Hospital number 1234567',
      'She lives at 12 High Street',
    ],
    keeps: [
      'Call 111',
      'Call 0300 123 1234',
      'Write to pals@example.nhs.uk',
      'Our clinic at 12 High Street is open',
      'Order 1234567890',
    ],
  },
  'PD-08': {
    breaks: ['Mrs Patel has cancer', 'Well done Arthur Fox'],
    keeps: ['Well done to our nurses', 'The Rose Ward is open'],
  },
  'CNT-03': {
    breaks: [
      reply('Your appointment was moved to Monday'),
      reply('I have checked your records'),
      reply('Sorry about your operation'),
      reply('As our patient you can wait'),
      personal('A lady in bay 4 sang all night'),
      personal('One of my patients turned 100 today'),
    ],
    keeps: [
      reply(
        'We cannot talk about anybody’s care here. Please contact our Patient Advice and Liaison Service.',
      ),
      reply('To change your appointment, call the number on your letter.'),
      'Your appointment was moved? Here is why we move appointments.',
      personal('My ladies in the choir sang all night'),
      personal('Proud of everybody on the ward tonight'),
      'One of our patients tells of her year, with her consent',
    ],
  },
  'CNT-04': {
    breaks: [
      reply('Take two paracetamol every 4 hours'),
      reply('You should stop taking your statins'),
      reply('It sounds like you have a chest infection'),
      reply('You don’t need to see a GP for that'),
      'Give your child 5ml of Calpol',
      reply('Just double your dose of insulin'),
    ],
    keeps: [
      reply('Please ask your pharmacist before you take any medicine'),
      reply('Call 111, or 999 if life is in danger'),
      'Remember to take your medicine with you on holiday',
      'Order your repeat prescription before Christmas',
      'Take part in our survey. Take care of each other.',
      'Get your flu vaccine at your pharmacy',
      'Paracetamol every 4 hours can help with a cold: https://www.nhs.uk/conditions/common-cold/',
    ],
  },
  'CNT-05': {
    breaks: [
      'Our solicitor will be in touch',
      'The inquest into his death begins today',
      'We cannot comment on the tribunal',
      reply('Your complaint was upheld'),
      'The coroner has spoken',
    ],
    keeps: [
      'To make a complaint, contact our team',
      'Claim your free place',
      'The tennis court is open',
      'Find out how to make a complaint about us',
      'Citizens Advice gives free legal advice',
    ],
  },
  'CNT-06': {
    breaks: [{ text: 'Come to our fair', context: { incident: true } }],
    keeps: ['Come to our fair'],
  },
  'CNT-07': {
    breaks: [
      { text: 'We are delighted to announce a new clinic', accountKind: 'departmental' },
      'We are delighted to announce that the board has approved a new hospital',
      personal('Big news coming soon'),
      personal('Our team has been shortlisted for an HSJ award'),
    ],
    keeps: [
      { text: 'Our clinic is open on Monday', accountKind: 'departmental' },
      personal('Proud of my team today'),
    ],
  },
  'CNT-08': {
    breaks: [
      'What a load of bollocks',
      'That is f*cking great',
      'You people never listen',
      'It is your own fault',
      'The trust is pleased to help',
    ],
    keeps: [
      'Scunthorpe and Penistone clinics',
      'Cockfosters is open',
      'Sexual health and breast screening',
      'Sorry, this is our fault',
      'We are here to help',
    ],
  },
  'CNT-10': {
    breaks: ['“The nurses were kind to me all day long” made our day', 'Great article on sleep'],
    keeps: ['“The nurses were kind to me all day long” says Ana', 'Great article on sleep by @MindCharity'],
  },
  'CNT-11': {
    breaks: ['1 in 4 people have this'],
    keeps: ['1 in 4 people have this, says the 2025 survey', '1 in 4 people: www.nhs.uk/x'],
  },
  'CNT-12': {
    breaks: [
      'He committed suicide',
      'Suicide is the biggest killer of men',
      'She died after she jumped off a bridge',
    ],
    keeps: ['If suicide is on your mind, call Samaritans on 116 123', 'The team jumped off to a good start'],
  },
  'CNT-13': {
    breaks: ['This film is about baby loss'],
    keeps: ['Content warning: this film is about baby loss', 'Come to the fair'],
  },
  'CNT-16': {
    breaks: ['We were given this free by a shop', 'Thanks for the gifted hampers'],
    keeps: ['Advert: we were given this free by a shop'],
  },
  'BRD-08': {
    breaks: [
      'We love Boots for our vaccines',
      'Use code NURSE10 for money off',
      'In partnership with Glow Creams we look after your hands',
    ],
    keeps: [
      'Wear boots in the snow',
      'Ask any pharmacy',
      'In partnership with Essex County Council we open at 9am',
    ],
  },
  'PEP-15': {
    breaks: [
      'Vote Labour on Thursday',
      'Get the Tories out',
      before('The Conservative Party came to see us'),
    ],
    keeps: [
      'Vote for your favourite bake'.replace('Vote for', 'Choose'),
      'Register to vote by Tuesday',
      'A midwife will help you in labour',
      before('Our flu clinic is open'),
    ],
  },
  'PEP-06': {
    breaks: ['The Liberal Democrats came to see us', before('The councillor opened the ward')],
    keeps: ['A midwife will help you in labour', 'The councillor opened the ward'],
  },
  'PEP-01': {
    breaks: [before('We are launching a new strategy')],
    keeps: ['We are launching a new strategy', before('Flu clinics are open on Monday')],
  },
  'PEP-02': {
    breaks: [before('The contract awarded to a builder')],
    keeps: ['The contract awarded to a builder'],
  },
  'PEP-03': { breaks: ['Come to the hustings tonight'], keeps: ['Come to the fair tonight'] },
  'PEP-04': {
    breaks: [before('Have your say in our consultation')],
    keeps: ['Have your say in our consultation'],
  },
  'PEP-05': { breaks: [before('Our new campaign is here')], keeps: ['Our new campaign is here'] },
  'LEN-01': {
    breaks: [
      { text: 'x'.repeat(281), network: 'x' },
      { text: 'x'.repeat(301), network: 'bluesky' },
      { text: 'x'.repeat(501), network: 'mastodon' },
    ],
    keeps: [
      { text: `${'x'.repeat(250)} https://example.nhs.uk/${'y'.repeat(100)}`, network: 'x' },
      { text: '👨‍👩‍👧‍👦'.repeat(100), network: 'bluesky' },
      'x'.repeat(9000),
    ],
  },
  'ACC-01': {
    breaks: [
      { text: 'Look', media: [picture({ alt: '' })] },
      { text: 'Look', media: [picture({ alt: '', decorative: true })] },
      { text: 'Look', network: 'tiktok', media: [picture()] },
    ],
    keeps: [
      { text: 'Look', media: [picture()] },
      {
        text: 'Look',
        media: [picture({ alt: '', decorative: true, decorativeReason: 'a line between two parts' })],
      },
      { text: 'A nurse at the door of a blue van in a car park', network: 'tiktok', media: [picture()] },
    ],
  },
  'ACC-02': {
    breaks: [{ text: 'Look', media: [picture({ alt: 'A van. '.repeat(20) })] }],
    keeps: [{ text: 'Look', media: [picture()] }],
  },
  'ACC-03': {
    breaks: [{ text: 'Look', media: [picture({ alt: 'Image of a nurse at a door' })] }],
    keeps: [{ text: 'Look', media: [picture()] }],
  },
  'ACC-04': {
    breaks: [
      'IMG_2041.jpg',
      'van',
      'May be an image of one person',
      'Look at our van here',
      'A van, see https://a.nhs.uk',
      'A van in town #Flu',
      'A van in town 🚐',
    ].map((alt) => ({ text: 'Look at our van here', media: [picture({ alt })] })),
    keeps: [{ text: 'Look', media: [picture()] }],
  },
  'ACC-08': {
    breaks: [
      { text: 'Watch', media: [film({ captions: undefined })] },
      { text: 'Watch', media: [film({ captions: { source: 'human', cues: 0 } })] },
      { text: 'Watch', media: [film({ captions: { source: 'human', cues: 3, coversSeconds: 20 } })] },
    ],
    keeps: [
      { text: 'Watch', media: [film()] },
      { text: 'Watch', media: [film({ captions: { source: 'burned-in', checkedBy: 'AO' } })] },
    ],
  },
  'ACC-09': {
    breaks: [{ text: 'Watch', media: [film({ captions: { source: 'auto', cues: 9, coversSeconds: 55 } })] }],
    keeps: [
      {
        text: 'Watch',
        media: [film({ captions: { source: 'auto', cues: 9, coversSeconds: 55, checkedBy: 'AO' } })],
      },
    ],
  },
  'ACC-10': {
    breaks: [{ text: 'Watch', media: [film({ described: false })] }],
    keeps: [{ text: 'Watch', media: [film()] }],
  },
  'ACC-11': {
    breaks: [{ text: 'Listen', media: [{ kind: 'audio', licence: 'own' }] }],
    keeps: [
      {
        text: 'Listen',
        media: [{ kind: 'audio', licence: 'own', transcript: 'https://example.nhs.uk/words' }],
      },
    ],
  },
  'ACC-13': {
    breaks: [{ text: 'Look', media: [picture({ kind: 'gif', durationSeconds: 9 })] }],
    keeps: [{ text: 'Look', media: [picture({ kind: 'gif', durationSeconds: 4 })] }],
  },
  'CNT-02': {
    breaks: [
      { text: 'Look', media: [picture({ people: 2 })] },
      { text: 'Look', media: [picture({ people: 2, consentIds: ['a'] })] },
      { text: 'Look', media: [picture({ people: 1, consentIds: ['a'], consentExpired: true })] },
      { text: 'Look', media: [picture({ people: 1, consentIds: ['gone'] })] },
    ],
    keeps: [
      { text: 'Look', media: [picture({ people: 1, consentIds: ['a'] })] },
      { text: 'Look', media: [picture()] },
    ],
    settings: { consentsValid: ['a'] },
  },
  'BRD-09': {
    breaks: [{ text: 'Look', media: [picture({ licence: undefined })] }],
    keeps: [{ text: 'Look', media: [picture()] }],
  },
};

tryPairs(pairs);

describe('what a machine cannot tell is asked', () => {
  const asked = (draft: Text) => verdict(draft).questions.map((one) => one.ref);
  test('flashing, words in a picture, people in it', () => {
    expect(asked({ text: 'Look', media: [film({ people: undefined })] })).toEqual([
      'ACC-05',
      'ACC-12',
      'ACC-14',
      'CNT-02',
    ]);
    expect(asked({ text: 'Look', media: [picture({ people: undefined })] })).toEqual(['ACC-05', 'CNT-02']);
  });
  test('whether a film can be followed unseen, and who read captions that are part of it', () => {
    expect(
      asked({ text: 'Look', media: [film({ described: undefined, captions: { source: 'burned-in' } })] }),
    ).toEqual(expect.arrayContaining(['ACC-09', 'ACC-10']));
  });
  test('the team itself whether big news may be told', () => {
    expect(asked('We are delighted to share some good news')).toEqual(['CNT-07']);
  });
});
