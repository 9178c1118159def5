//! CRC-32, the checksum of zip files, piece by piece. Its tables are worked out where they are first needed: they
//! would weigh more on the way than the few lines that make them, and without them a large register would take ten
//! times as long.

/// The checksum of what was read so far (CRC-32/ISO-HDLC).
#[derive(Clone, Debug)]
pub(crate) struct Checksum {
    register: u32,
}

thread_local! {
    static TABLES: [[u32; 256]; 8] = tables();
}

impl Default for Checksum {
    fn default() -> Self {
        Self { register: !0 }
    }
}

impl Checksum {
    /// The checksum of one text.
    pub fn of(text: &str) -> u32 {
        let mut checksum = Self::default();
        checksum.add(text.as_bytes());
        checksum.end()
    }

    /// Reads on, eight bytes at a time ("slicing by 8", Kounavis and Berry 2005).
    pub fn add(&mut self, bytes: &[u8]) {
        TABLES.with(|tables| {
            let mut eights = bytes.chunks_exact(8);
            for eight in &mut eights {
                let low = self.register.to_le_bytes();
                let mixed = |i: usize| usize::from(eight[i] ^ low.get(i).copied().unwrap_or_default());
                self.register = (0..8).fold(0, |crc, i| crc ^ tables[7 - i][mixed(i)]);
            }
            for byte in eights.remainder() {
                let place = usize::from(self.register.to_le_bytes()[0] ^ byte);
                self.register = self.register >> 8 ^ tables[0][place];
            }
        });
    }

    /// The checksum.
    pub fn end(&self) -> u32 {
        !self.register
    }
}

/// The first table is the polynomial's; each of the others goes one byte of noughts further.
fn tables() -> [[u32; 256]; 8] {
    let bit = |crc: u32| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
    let mut tables = [[0; 256]; 8];
    for (cell, byte) in tables[0].iter_mut().zip(0_u32..) {
        *cell = (0..8).fold(byte, |crc, _| bit(crc));
    }
    for table in 1..8 {
        for byte in 0..256 {
            let crc = tables[table - 1][byte];
            tables[table][byte] = crc >> 8 ^ tables[0][usize::from(crc.to_le_bytes()[0])];
        }
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;
    use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

    #[test]
    fn the_checksum_is_the_usual_crc_32() {
        // The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
        assert_eq!(Checksum::of("123456789"), 0xcbf4_3926);
    }

    proptest::proptest! {
        #[test]
        fn any_pieces_have_the_checksum_of_the_whole(pieces: Vec<Vec<u8>>) {
            let mut checksum = Checksum::default();
            pieces.iter().for_each(|piece| checksum.add(piece));
            let usual = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC).checksum(&pieces.concat());
            proptest::prop_assert_eq!(checksum.end(), usual);
        }
    }
}
