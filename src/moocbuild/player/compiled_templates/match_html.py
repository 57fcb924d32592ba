from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'match.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    parent_template = None
    pass
    parent_template = environment.get_template('question.html', 'match.html')
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
    l_0_i = resolve('i')
    try:
        t_1 = environment.filters['xmlattr']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'xmlattr' found.")
    pass
    for l_1_row in environment.getattr((undefined(name='i') if l_0_i is missing else l_0_i), 'rows'):
        l_1_key = resolve('key')
        l_1_answer = resolve('answer')
        l_1_spoken = resolve('spoken')
        l_1_t = resolve('t')
        l_1_options = resolve('options')
        l_1_right = resolve('right')
        _loop_vars = {}
        pass
        yield '<div class="row" data-row="'
        yield escape(environment.getattr(l_1_row, 'id'))
        yield '" data-right="'
        yield escape(environment.getattr(l_1_row, 'right'))
        yield '"><label for="'
        yield escape((undefined(name='key') if l_1_key is missing else l_1_key))
        yield '-'
        yield escape(environment.getattr(l_1_row, 'id'))
        yield '">'
        yield escape(context.call((undefined(name='answer') if l_1_answer is missing else l_1_answer), environment.getattr(l_1_row, 'left'), _loop_vars=_loop_vars))
        yield '</label>\n<select class="needs-js" id="'
        yield escape((undefined(name='key') if l_1_key is missing else l_1_key))
        yield '-'
        yield escape(environment.getattr(l_1_row, 'id'))
        yield '" name="'
        yield escape(environment.getattr(l_1_row, 'id'))
        yield '"'
        yield escape(context.call((undefined(name='spoken') if l_1_spoken is missing else l_1_spoken), environment.getattr(l_1_row, 'left'), _loop_vars=_loop_vars))
        yield ' autocomplete="off"><option value=""'
        yield escape(environment.getattr((undefined(name='t') if l_1_t is missing else l_1_t), 'own'))
        yield '>'
        yield escape(context.call(environment.getattr((undefined(name='t') if l_1_t is missing else l_1_t), 'plain'), 'choose', _loop_vars=_loop_vars))
        yield '</option>\n'
        for (l_2_id, l_2_words, l_2_marks) in (undefined(name='options') if l_1_options is missing else l_1_options):
            _loop_vars = {}
            pass
            yield '<option value="'
            yield escape(l_2_id)
            yield '"'
            yield escape(t_1(context.eval_ctx, l_2_marks))
            yield '>'
            yield escape(l_2_words)
            yield '</option>\n'
        l_2_id = l_2_words = l_2_marks = missing
        yield '</select>\n<div class="key">'
        yield escape(environment.getattr((undefined(name='t') if l_1_t is missing else l_1_t), 'goes_with'))
        yield ' '
        yield escape(context.call((undefined(name='answer') if l_1_answer is missing else l_1_answer), environment.getitem((undefined(name='right') if l_1_right is missing else l_1_right), environment.getattr(l_1_row, 'right')), _loop_vars=_loop_vars))
        yield '</div>\n<div class="feedback" id="'
        yield escape((undefined(name='key') if l_1_key is missing else l_1_key))
        yield '-'
        yield escape(environment.getattr(l_1_row, 'id'))
        yield '-note">'
        yield escape(context.call((undefined(name='answer') if l_1_answer is missing else l_1_answer), environment.getattr(l_1_row, 'feedback'), _loop_vars=_loop_vars))
        yield '</div></div>\n'
    l_1_row = l_1_key = l_1_answer = l_1_spoken = l_1_t = l_1_options = l_1_right = missing

blocks = {'answers': block_answers}
debug_info = '1=12&2=17&3=32&4=42&5=52&6=64&7=68&10=76&11=80'
