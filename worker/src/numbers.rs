//! Numbers as bytes, exact to the last bit, as page and program send them to each other. What they mean is the business of
//! those who write and read them.

/// Eight bytes for each number, the lowest first.
pub(crate) fn to_bytes(numbers: &[f64]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// The numbers again; bytes that are left over are none.
pub(crate) fn of_bytes(bytes: &[u8]) -> Vec<f64> {
    bytes.as_chunks().0.iter().map(|chunk| f64::from_le_bytes(*chunk)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_bit_by_bit() {
        let numbers = [0.0, -0.0, 0.1, f64::MAX, f64::MIN_POSITIVE, f64::INFINITY];
        let bytes = to_bytes(&numbers);
        let bits = |numbers: &[f64]| numbers.iter().map(|number| number.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&of_bytes(&bytes)), bits(&numbers));
        assert_eq!(of_bytes(&bytes[..15]), [0.0]);
    }
}
