/**
 * Total lengths of all packets, from the tables of known clients: id, who sends it (C client, S server, B both), bytes; `var` is
 * a length in the two bytes after the id. What follows `from` begins with that client version.
 */
export const lengths = `
00 C 104; 106 from 7.0.18.0 | 01 C 5 | 02 C 7 | 03 B var | 04 C 2 | 05 C 5 | 06 C 5 | 07 C 7
08 C 14; 15 from 6.0.1.7 | 09 C 5 | 0A C 11 | 0B S 266; 7 from 5.0.0.1 | 0C B var | 0D C 3 | 0E C var
0F C 61 | 10 C 215 | 11 S var | 12 C var | 13 C 10 | 14 C 6 | 15 S 9 | 16 S 1; var from 5.0.0.1
17 S var | 18 C var | 19 C var | 1A S var | 1B S 37 | 1C S var | 1D S 5 | 1E S 4 | 1F S 8 | 20 S 19
21 S 8 | 22 B 3 | 23 S 26 | 24 S 7; 9 from 7.0.9.0 | 25 S 20; 21 from 6.0.1.7 | 26 S 5 | 27 S 2 | 28 S 5
29 S 1 | 2A S 5 | 2B S 2 | 2C B 2 | 2D S 17 | 2E S 15 | 2F S 10 | 30 S 5 | 31 S 1; var from 5.0.0.1
32 S 2 | 33 S 2 | 34 C 10 | 35 C 653 | 36 C var | 37 C 8 | 38 S 7 | 39 C 9 | 3A B var | 3B B var
3C S var | 3D S 2 | 3E S 37 | 3F B var | 40 S 201 | 41 S var | 42 S var | 43 S 553 | 44 S 713 | 45 S 5
46 C var | 47 C 11 | 48 C 73 | 49 C 93 | 4A C 5 | 4B C 9 | 4C C var | 4D C var | 4E S 6 | 4F S 2
50 C var | 51 C var | 52 C var | 53 S 2 | 54 S 12 | 55 S 1 | 56 B 11 | 57 C 110 | 58 C 106 | 59 C var
5A C var | 5B S 4 | 5C C 2 | 5D C 73 | 5E C var | 5F C 49 | 60 C 5 | 61 C 9 | 62 C 15 | 63 C 13 | 64 C 1
65 S 4 | 66 B var | 67 C 21 | 68 C var | 69 C var | 6A C 3 | 6B C 9 | 6C B 19 | 6D S 3 | 6E S 14
6F B var | 70 S 28 | 71 B var | 72 B 5 | 73 B 2 | 74 S var | 75 C 35 | 76 S 16 | 77 S 17 | 78 S var
79 C 9 | 7A S var | 7B S 2 | 7C S var | 7D C 13 | 7E C 2 | 7F S var | 80 C 62 | 81 S var | 82 S 2
83 C 39 | 84 C 69 | 85 S 2 | 86 S var | 87 C var | 88 S 66 | 89 S var | 8A C var | 8B S var | 8C S 11
8D C var | 8E C var | 8F C var | 90 S 19 | 91 C 65 | 92 C var | 93 B 99 | 94 C var | 95 B 9 | 96 C var
97 S 2 | 98 B var | 99 S 26; 30 from 7.0.9.0 | 9A B var | 9B C 258 | 9C C 309 | 9D C 51 | 9E S var
9F C var | A0 C 3 | A1 S 9 | A2 S 9 | A3 S 9 | A4 C 149 | A5 S var | A6 S var | A7 C 4 | A8 S var
A9 S var | AA S 5 | AB S var | AC C var | AD C var | AE S var | AF S 13 | B0 S var | B1 C var | B2 S var
B3 C var | B4 C var | B5 C 64 | B6 C 9 | B7 S var | B8 B var | B9 S 3; 5 from 6.0.14.2
BA S 6; 10 from 7.0.9.0 | BB B 9 | BC S 3 | BD B var | BE B var | BF B var | C0 S 36 | C1 S var
C2 B var | C3 S var | C4 S 6 | C5 S 203 | C6 S 1 | C7 S 49 | C8 B 2 | C9 C 6 | CA B 6 | CB S 7
CC S var | CD B 1 | CE B var | CF C 78 | D0 B var | D1 B 2 | D2 S 25 | D3 S var | D4 B var
D5 B var; 9 from 7.0.104.0 | D6 B var | D7 B var | D8 S var | D9 C 268 | DA B var | DB S var | DC S 9
DD S var | DE S var | DF S var | E0 C var | E1 C 9; var from 5.0.9.0 | E2 S 10
E3 S 77; var from 6.0.1.3 | E4 C var | E5 S var | E6 S var; 5 from 6.0.1.3 | E7 S var; 12 from 6.0.1.3
E8 S var; 13 from 6.0.1.3 | E9 S var; 75 from 6.0.1.3 | EA S var; 3 from 6.0.1.3 | EB C var | EC C var
ED C var | EE B var; 8192 from 6.0.6.0; 10 from 7.0.0.0 | EF C 21 | F0 B var | F1 B var; 9 from 6.0.6.0
F2 S var; 25 from 7.0.9.0 | F3 S 24; 26 from 7.0.9.0 | F4 C var | F5 S 21 | F6 S var | F7 S var
F8 C 106 | F9 C var | FA C var; 1 from 7.0.64.0 | FB C var; 2 from 7.0.64.0 | FC B var
FD S var; 2 from 7.0.104.0 | FE B var | FF S var
`;
