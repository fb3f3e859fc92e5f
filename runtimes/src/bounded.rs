//! Refuses modules with single instructions that work without bound.
//!
//! Fuel counts instructions. It bounds the time a guest takes only if no instruction copies or fills as much as it likes.

use wasmparser::{Operator, Parser, Payload};

/// The names of the bulk instructions in a module, each once.
///
/// # Errors
/// It is no module.
pub fn bulk_instructions(module: &[u8]) -> anyhow::Result<Vec<&'static str>> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        let Payload::CodeSectionEntry(body) = payload? else { continue };
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            let name = match operators.read()? {
                Operator::MemoryCopy { .. } => "memory.copy",
                Operator::MemoryFill { .. } => "memory.fill",
                Operator::MemoryInit { .. } => "memory.init",
                Operator::DataDrop { .. } => "data.drop",
                Operator::TableCopy { .. } => "table.copy",
                Operator::TableFill { .. } => "table.fill",
                Operator::TableGrow { .. } => "table.grow",
                Operator::TableInit { .. } => "table.init",
                Operator::ElemDrop { .. } => "elem.drop",
                _ => continue,
            };
            if !found.contains(&name) {
                found.push(name);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one memory and one function with this body.
    fn module(body: &[u8]) -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x05\x03\x01\0\x01".to_vec();
        let length = u8::try_from(body.len()).unwrap();
        bytes.extend([0x0a, length + 4, 1, length + 2, 0]);
        bytes.extend(body);
        bytes.push(0x0b);
        bytes
    }

    #[test]
    fn a_bulk_copy_is_found_and_a_plain_function_is_not() {
        let copy = module(b"\x41\0\x41\0\x41\0\xfc\x0a\0\0");
        assert_eq!(bulk_instructions(&copy).unwrap(), ["memory.copy"]);
        assert!(bulk_instructions(&module(b"\x41\0\x1a")).unwrap().is_empty());
        assert!(bulk_instructions(b"no module").is_err());
    }
}
