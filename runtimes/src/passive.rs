//! Removes data segments that nothing can ever read.

use anyhow::bail;
use wasm_encoder::{
    DataSection, Module, RawSection,
    reencode::{Reencode, RoundtripReencoder},
};
use wasmparser::{DataKind, Parser, Payload};

use crate::bounded::bulk_instructions;

/// The module without its passive data segments. A snapshot leaves the segments of its original as such, all of them empty;
/// Ruby's has eighteen thousand, and each costs every instance a little at its start.
///
/// # Errors
/// It is no module, or has instructions that use such segments.
pub fn without_passive_data(module: &[u8]) -> anyhow::Result<Vec<u8>> {
    if let Some(used) = bulk_instructions(module)?.iter().find(|name| matches!(**name, "memory.init" | "data.drop")) {
        bail!("the module uses its passive data segments ({used})");
    }
    let mut rewritten = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            // Only the instructions that are not there need the number.
            Payload::DataCountSection { .. } => {}
            Payload::DataSection(section) => {
                let mut data = DataSection::new();
                for segment in section {
                    let segment = segment?;
                    if matches!(segment.kind, DataKind::Active { .. }) {
                        RoundtripReencoder.parse_data(&mut data, segment)?;
                    }
                }
                rewritten.section(&data);
            }
            payload => {
                if let Some((id, range)) = payload.as_section() {
                    rewritten.section(&RawSection { id, data: &module[range] });
                }
            }
        }
    }
    Ok(rewritten.finish())
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, ConstExpr, DataCountSection, Function, FunctionSection, Instruction, MemorySection, MemoryType,
        TypeSection,
    };

    use super::*;

    /// A module with an active and a passive segment, and a function with these instructions.
    fn module(body: &[Instruction<'_>]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut memories = MemorySection::new();
        let memory = MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None };
        memories.memory(memory);
        let mut code = CodeSection::new();
        let mut function = Function::new([]);
        for instruction in body.iter().chain([&Instruction::End]) {
            function.instruction(instruction);
        }
        code.function(&function);
        let mut data = DataSection::new();
        data.passive([]).active(0, &ConstExpr::i32_const(7), *b"kept").passive([]);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&memories).section(&DataCountSection { count: 3 });
        module.section(&code).section(&data);
        module.finish()
    }

    #[test]
    fn what_is_active_stays_where_it_was() {
        let rewritten = without_passive_data(&module(&[])).unwrap();
        let segments: Vec<_> = Parser::new(0)
            .parse_all(&rewritten)
            .filter_map(|payload| match payload.unwrap() {
                Payload::DataSection(section) => Some(section.into_iter().map(Result::unwrap).collect::<Vec<_>>()),
                _ => None,
            })
            .flatten()
            .collect();
        assert_eq!(segments.len(), 1);
        assert_eq!(segments[0].data, b"kept");
        let engine = wasmtime::Engine::default();
        wasmtime::Module::new(&engine, &rewritten).unwrap();
    }

    #[test]
    fn segments_that_are_used_are_not_removed() {
        assert!(without_passive_data(&module(&[Instruction::DataDrop(0)])).is_err());
    }
}
