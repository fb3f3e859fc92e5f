//! What an instance remembers beside its memory.
//!
//! The judge puts the memory of an instance back and takes it for a new one (decision 0016). That holds only if nothing else
//! of it changes, or is again what it was whenever the instance waits to be asked.

use sandbox::Exchange;
use wasmparser::{Operator, Parser, Payload};

/// How many globals of a module may change: the stack pointer, which is back where it was when a call has returned; and in the
/// prebuilt Ruby the two by which stacks are switched, which mean something only while one is.
fn most_globals(exchange: Exchange) -> usize {
    match exchange {
        Exchange::Exports => 1,
        Exchange::Ruby => 3,
    }
}

/// What a module could remember beside its memory, in words; nothing where it is well.
///
/// # Errors
/// It is no module.
pub fn hidden_state(module: &[u8], exchange: Exchange) -> anyhow::Result<Option<String>> {
    let (mut globals, mut sets_tables) = (0, false);
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::GlobalSection(section) => {
                for global in section {
                    globals += usize::from(global?.ty.mutable);
                }
            }
            Payload::CodeSectionEntry(body) => {
                let mut operators = body.get_operators_reader()?;
                while !operators.eof() {
                    sets_tables |= matches!(operators.read()?, Operator::TableSet { .. });
                }
            }
            _ => {}
        }
    }
    let most = most_globals(exchange);
    Ok(if globals > most {
        Some(format!("{globals} globals that change, of which {most} may"))
    } else if sets_tables {
        Some("instructions that change a table".to_owned())
    } else {
        None
    })
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, ConstExpr, Function, FunctionSection, GlobalSection, GlobalType, HeapType, Instruction, Module,
        RefType, TableSection, TableType, TypeSection, ValType,
    };

    use super::*;

    /// A module with so many globals, and a function that does this.
    fn module(changing: usize, constant: usize, body: &[Instruction<'_>]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut tables = TableSection::new();
        let element_type = RefType::FUNCREF;
        tables.table(TableType { element_type, minimum: 1, maximum: Some(1), table64: false, shared: false });
        let mut globals = GlobalSection::new();
        for number in 0..changing + constant {
            let kind = GlobalType { val_type: ValType::I32, mutable: number < changing, shared: false };
            globals.global(kind, &ConstExpr::i32_const(0));
        }
        let mut function = Function::new([]);
        for instruction in body {
            function.instruction(instruction);
        }
        function.instruction(&Instruction::End);
        let mut code = CodeSection::new();
        code.function(&function);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&tables).section(&globals).section(&code);
        module.finish()
    }

    #[test]
    fn a_stack_pointer_is_all_that_may_change() {
        for (changing, exchange, is_well) in [
            (0, Exchange::Exports, true),
            (1, Exchange::Exports, true),
            (2, Exchange::Exports, false),
            (3, Exchange::Ruby, true),
            (4, Exchange::Ruby, false),
        ] {
            let found = hidden_state(&module(changing, 5, &[]), exchange).unwrap();
            assert_eq!(found.is_none(), is_well, "{changing}: {found:?}");
        }
    }

    #[test]
    fn a_table_may_be_read_and_not_changed() {
        let null = Instruction::RefNull(HeapType::FUNC);
        let sets = [Instruction::I32Const(0), null, Instruction::TableSet(0)];
        assert!(hidden_state(&module(1, 0, &sets), Exchange::Exports).unwrap().is_some());
        let gets = [Instruction::I32Const(0), Instruction::TableGet(0), Instruction::Drop];
        assert_eq!(hidden_state(&module(1, 0, &gets), Exchange::Exports).unwrap(), None);
    }
}
