//! Replaces single instructions that work without bound, and refuses what it cannot replace.
//!
//! Fuel counts instructions. It bounds the time a guest takes only if no instruction copies or fills as much as it likes. In
//! modules that we compile there is none; in those that others have compiled each becomes the call of a loop.

use std::convert::Infallible;

use anyhow::anyhow;
use wasm_encoder::{
    BlockType, CodeSection, Function, FunctionSection, Instruction, MemArg, Module, TypeSection, ValType,
    reencode::{self, Reencode},
};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Operator, Parser, Payload, TypeRef, TypeSectionReader};

/// The module with `memory.copy` and `memory.fill` as loops.
///
/// # Errors
/// It is no module.
pub fn bounded(module: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut rewriter = Rewriter::default();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::TypeSection(section) => {
                rewriter.loop_type = section.into_iter().try_fold(0, |count, group| {
                    group.map(|group| count + u32::try_from(group.types().len()).unwrap_or(u32::MAX))
                })?;
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    rewriter.copy += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::FunctionSection(section) => rewriter.copy += section.count(),
            _ => {}
        }
    }
    let mut rewritten = Module::new();
    rewriter
        .parse_core_module(&mut rewritten, Parser::new(0), module)
        .map_err(|error| anyhow!("the module cannot be rewritten: {error}"))?;
    Ok(rewritten.finish())
}

/// Adds a type and two functions at the end, so that no index changes.
#[derive(Default)]
struct Rewriter {
    /// The index of the type `(i32, i32, i32) -> ()`.
    loop_type: u32,
    /// The index of the loop that copies; the one that fills follows it.
    copy: u32,
}

impl Reencode for Rewriter {
    type Error = Infallible;

    fn parse_type_section(
        &mut self,
        types: &mut TypeSection,
        section: TypeSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        reencode::utils::parse_type_section(self, types, section)?;
        types.ty().function([ValType::I32; 3], []);
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        reencode::utils::parse_function_section(self, functions, section)?;
        functions.function(self.loop_type).function(self.loop_type);
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        reencode::utils::parse_code_section(self, code, section)?;
        code.function(&copy()).function(&fill());
        Ok(())
    }

    fn instruction<'a>(&mut self, operator: Operator<'a>) -> Result<Instruction<'a>, reencode::Error<Infallible>> {
        match operator {
            Operator::MemoryCopy { dst_mem: 0, src_mem: 0 } => Ok(Instruction::Call(self.copy)),
            Operator::MemoryFill { mem: 0 } => Ok(Instruction::Call(self.copy + 1)),
            other => reencode::utils::instruction(self, other),
        }
    }
}

const TARGET: u32 = 0;
const SOURCE: u32 = 1; // or the byte to fill with
const LENGTH: u32 = 2;
const BLOCK: i32 = 16;

fn at(align: u32) -> MemArg {
    MemArg { offset: 0, align, memory_index: 0 }
}

/// Adds to a local.
fn add(local: u32, amount: i32) -> [Instruction<'static>; 4] {
    [Instruction::LocalGet(local), Instruction::I32Const(amount), Instruction::I32Add, Instruction::LocalSet(local)]
}

/// Does `body` again and again while at least `least` bytes are left.
fn while_left(function: &mut Function, least: i32, body: &[&[Instruction<'_>]]) {
    function.instruction(&Instruction::Block(BlockType::Empty)).instruction(&Instruction::Loop(BlockType::Empty));
    let head = [Instruction::LocalGet(LENGTH), Instruction::I32Const(least), Instruction::I32LtU, Instruction::BrIf(1)];
    for instruction in head.iter().chain(body.iter().copied().flatten()) {
        function.instruction(instruction);
    }
    function.instruction(&Instruction::Br(0)).instruction(&Instruction::End).instruction(&Instruction::End);
}

/// `memory.copy(target, source, length)`; the two may overlap.
fn copy() -> Function {
    let mut function = Function::new([]);
    let one = [
        Instruction::LocalGet(TARGET),
        Instruction::LocalGet(SOURCE),
        Instruction::I32Load8U(at(0)),
        Instruction::I32Store8(at(0)),
    ];
    let block = [
        Instruction::LocalGet(TARGET),
        Instruction::LocalGet(SOURCE),
        Instruction::V128Load(at(0)),
        Instruction::V128Store(at(0)),
    ];
    // Forwards, unless the target begins within the source.
    for instruction in [
        Instruction::LocalGet(TARGET),
        Instruction::LocalGet(SOURCE),
        Instruction::I32Sub,
        Instruction::LocalGet(LENGTH),
        Instruction::I32GeU,
        Instruction::If(BlockType::Empty),
    ] {
        function.instruction(&instruction);
    }
    while_left(&mut function, BLOCK, &[&block, &add(TARGET, BLOCK), &add(SOURCE, BLOCK), &add(LENGTH, -BLOCK)]);
    while_left(&mut function, 1, &[&one, &add(TARGET, 1), &add(SOURCE, 1), &add(LENGTH, -1)]);
    function.instruction(&Instruction::Else);
    // Backwards: both addresses are those behind what is left.
    for local in [TARGET, SOURCE] {
        for instruction in [
            Instruction::LocalGet(local),
            Instruction::LocalGet(LENGTH),
            Instruction::I32Add,
            Instruction::LocalSet(local),
        ] {
            function.instruction(&instruction);
        }
    }
    while_left(&mut function, BLOCK, &[&add(TARGET, -BLOCK), &add(SOURCE, -BLOCK), &block, &add(LENGTH, -BLOCK)]);
    while_left(&mut function, 1, &[&add(TARGET, -1), &add(SOURCE, -1), &one, &add(LENGTH, -1)]);
    function.instruction(&Instruction::End).instruction(&Instruction::End);
    function
}

/// `memory.fill(target, byte, length)`
fn fill() -> Function {
    let mut function = Function::new([]);
    let block = [
        Instruction::LocalGet(TARGET),
        Instruction::LocalGet(SOURCE),
        Instruction::I8x16Splat,
        Instruction::V128Store(at(0)),
    ];
    let one = [Instruction::LocalGet(TARGET), Instruction::LocalGet(SOURCE), Instruction::I32Store8(at(0))];
    while_left(&mut function, BLOCK, &[&block, &add(TARGET, BLOCK), &add(LENGTH, -BLOCK)]);
    while_left(&mut function, 1, &[&one, &add(TARGET, 1), &add(LENGTH, -1)]);
    function.instruction(&Instruction::End);
    function
}

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
    use wasm_encoder::{ExportKind, ExportSection, MemorySection, MemoryType};

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

    /// A module with a memory, and `copy` and `fill` as bulk instructions.
    fn bulk() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32; 3], []);
        let mut functions = FunctionSection::new();
        functions.function(0).function(0);
        let mut memories = MemorySection::new();
        let memory = MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None };
        memories.memory(memory);
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0);
        exports.export("copy", ExportKind::Func, 0).export("fill", ExportKind::Func, 1);
        let mut code = CodeSection::new();
        for bulk in [Instruction::MemoryCopy { src_mem: 0, dst_mem: 0 }, Instruction::MemoryFill(0)] {
            let mut function = Function::new([]);
            for instruction in [Instruction::LocalGet(0), Instruction::LocalGet(1), Instruction::LocalGet(2), bulk] {
                function.instruction(&instruction);
            }
            function.instruction(&Instruction::End);
            code.function(&function);
        }
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&memories).section(&exports).section(&code);
        module.finish()
    }

    /// A memory of bytes that differ, after a call of `function`.
    fn after(module: &[u8], function: &str, arguments: (i32, i32, i32)) -> (bool, Vec<u8>) {
        let engine = wasmtime::Engine::default();
        let module = wasmtime::Module::new(&engine, module).unwrap();
        let mut store = wasmtime::Store::new(&engine, ());
        let instance = wasmtime::Instance::new(&mut store, &module, &[]).unwrap();
        let memory = instance.get_memory(&mut store, "memory").unwrap();
        for (index, byte) in memory.data_mut(&mut store).iter_mut().enumerate() {
            *byte = u8::try_from(index % 251).unwrap();
        }
        let called = instance.get_typed_func::<(i32, i32, i32), ()>(&mut store, function).unwrap();
        let ended = called.call(&mut store, arguments).is_ok();
        (ended, memory.data(&store)[..400].to_vec())
    }

    #[test]
    fn a_loop_does_what_the_instruction_does() {
        let original = bulk();
        let rewritten = bounded(&original).unwrap();
        assert!(bulk_instructions(&rewritten).unwrap().is_empty());
        for length in [0, 1, 7, 15, 16, 17, 33, 100] {
            for (target, source) in [(0, 200), (200, 0), (100, 101), (101, 100), (100, 117), (117, 100), (50, 50)] {
                let arguments = (target, source, length);
                assert_eq!(after(&original, "copy", arguments), after(&rewritten, "copy", arguments), "{arguments:?}");
            }
            assert_eq!(after(&original, "fill", (10, 7, length)), after(&rewritten, "fill", (10, 7, length)));
        }
        let outside = (65_530, 0, 100);
        assert_eq!((after(&original, "copy", outside).0, after(&rewritten, "copy", outside).0), (false, false));
    }
}
