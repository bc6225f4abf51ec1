import type { SearchWords } from '../search-words';

/** The words of a search. */
export const searchWords: SearchWords = {
  services: {
    'on-site': ['on site'],
    delivery: ['delivery', 'delivers', 'home delivery'],
    pickup: ['pickup', 'collection', 'take away', 'takeaway', 'takeout', 'to go'],
    phone: ['by phone'],
    'online-order': ['online order', 'order online'],
    'online-shop': ['online shop', 'web shop', 'shipping'],
    'home-service': ['home service', 'house calls'],
    voucher: ['voucher', 'gift card'],
    discount: ['discount', 'reduced'],
    service: ['service'],
  },
  everyday: [
    ['barber', 'hairdresser'],
    ['haircut', 'hairdresser'],
    ['chemist', 'pharmacy'],
    ['drugstore', 'pharmacy'],
    ['flowers', 'florist'],
    ['bread', 'bakery'],
    ['rolls', 'bakery'],
    ['meat', 'butcher'],
    ['groceries', 'supermarket'],
    ['bike', 'bicycle'],
    ['petrol', 'fuel'],
    ['gas', 'fuel'],
    ['vet', 'veterinary'],
    ['gp', 'doctor'],
    ['physician', 'doctor'],
    ['coffee', 'cafe'],
    ['bookshop', 'books'],
    ['bookstore', 'books'],
    ['eggs', 'farm'],
  ],
};
