//! CRC-32 (the one of zip and PNG) without a table.
//!
//! It finds storage that was cut or scrambled; it is no protection against intent. Records are a
//! few kilobytes, so eight steps a byte cost nothing to notice, while the usual table or a crate
//! would cost every visitor a kilobyte or more of download.

/// The checksum of a text, as eight hexadecimal digits.
pub(crate) fn checksum(text: &str) -> String {
    let crc = !text.bytes().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    });
    (0..8)
        .rev()
        .filter_map(|digit| char::from_digit((crc >> (digit * 4)) & 0xf, 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_crc_32_that_every_tool_knows() {
        assert_eq!(checksum("123456789"), "cbf43926");
        assert_eq!(checksum(""), "00000000");
        assert_eq!(checksum("a"), "e8b7be43");
    }
}
