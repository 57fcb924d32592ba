from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'choice.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    parent_template = None
    pass
    parent_template = environment.get_template('question.html', 'choice.html')
    for name, parent_block in parent_template.blocks.items():
        context.blocks.setdefault(name, []).append(parent_block)
    yield from parent_template.root_render_func(context)

def block_answers(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_options = resolve('options')
    pass
    for l_1_option in (undefined(name='options') if l_0_options is missing else l_0_options):
        l_1_input = resolve('input')
        l_1_key = resolve('key')
        _loop_vars = {}
        pass
        yield '<div class="option" data-option="'
        yield escape(environment.getattr(l_1_option, 'id'))
        yield '" data-score="'
        yield escape(environment.getattr(l_1_option, 'score'))
        yield '"'
        if environment.getattr(l_1_option, 'true'):
            pass
            yield ' data-true'
        yield '><input type="'
        yield escape((undefined(name='input') if l_1_input is missing else l_1_input))
        yield '" id="'
        yield escape(environment.getattr(l_1_option, 'field'))
        yield '" name="'
        yield escape((undefined(name='key') if l_1_key is missing else l_1_key))
        yield '" value="'
        yield escape(environment.getattr(l_1_option, 'id'))
        yield '"'
        yield escape(environment.getattr(l_1_option, 'spoken'))
        yield '><label for="'
        yield escape(environment.getattr(l_1_option, 'field'))
        yield '">'
        yield escape(environment.getattr(l_1_option, 'text'))
        yield '</label>\n<div class="feedback '
        yield escape(environment.getattr(l_1_option, 'mark'))
        yield '" id="'
        yield escape(environment.getattr(l_1_option, 'field'))
        yield '-note"><p class="mark">'
        yield escape(environment.getattr(l_1_option, 'word'))
        yield '</p>'
        yield escape(environment.getattr(l_1_option, 'feedback'))
        yield '</div></div>\n'
    l_1_option = l_1_input = l_1_key = missing

blocks = {'answers': block_answers}
debug_info = '1=12&2=17&3=26&4=32&5=54'
